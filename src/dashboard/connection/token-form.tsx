import { useState } from 'react';
import { WORDS } from '../words.ts';

const KEY = 'touchline.token';

/** The token of this tab: it's kept no longer than that, and never in the address. */
export const storedToken = (): string | undefined => sessionStorage.getItem(KEY) ?? undefined;

export const storeToken = (token: string): void => sessionStorage.setItem(KEY, token);

/** What a server asks of whoever has no token, or a wrong one. */
export const TokenForm = () => {
  const [token, setToken] = useState('');
  const { label, wanted, wrong, enter } = WORDS.connection.token;
  return (
    <form
      className="token-form"
      onSubmit={(event) => {
        event.preventDefault();
        storeToken(token.trim());
        location.reload();
      }}
    >
      <label>
        <strong>{storedToken() === undefined ? wanted : wrong}</strong> {label}
        <input type="password" autoComplete="off" value={token} onChange={({ target }) => setToken(target.value)} />
      </label>
      <button type="submit">{enter}</button>
    </form>
  );
};
