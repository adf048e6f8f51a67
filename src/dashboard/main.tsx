import { createRoot } from 'react-dom/client';

createRoot(document.querySelector('#root') as HTMLElement).render(<h1>Touchline</h1>);
