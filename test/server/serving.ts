// Serves a night until it is killed: `node test/server/serving.ts <port> <run> <speed>`.
import { serve } from '../../src/server/server.ts';
import { showingOf } from '../../src/server/showing.ts';
import { night } from './night.ts';

const [port = '0', run = 'a', speed = '1200'] = process.argv.slice(2);
const showing = showingOf('night', night(), { speed: Number(speed), maxGap: 0, run });
const server = await serve([showing], { port: Number(port) });
process.stdout.write(`${server.address.port}\n`);
process.on('SIGTERM', async () => {
  await server.close();
  process.exit(0);
});
// Nobody may leave it behind.
setTimeout(() => process.exit(3), 15_000);
