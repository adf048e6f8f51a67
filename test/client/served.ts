import { serve } from '../../src/server/server.ts';
import { showingOf } from '../../src/server/showing.ts';
import { flagship } from './flagship.ts';

// A server to be killed: node served.ts <port> <speed> <run>. It says its address when it can be reached.
const [port, speed, run] = process.argv.slice(2);
const showing = showingOf('atalanta-dortmund', flagship(), { speed: Number(speed), run: run ?? 'a1' });
const { url } = await serve([showing], { port: Number(port), rate: 100 });
process.stdout.write(`${url}\n`);
