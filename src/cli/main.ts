#!/usr/bin/env node
// An older Node must be able to read this file to say that it's too old: no static imports and no new syntax here.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 13)) {
  // What was compiled once needn't be compiled again: it saves a third of the start.
  process.getBuiltinModule('node:module').enableCompileCache();
  import('./program.ts').then(({ run }) => run(process.argv.slice(2)));
} else {
  process.stderr.write(
    `touchline: Touchline needs Node 22.13 or newer, and this is ${process.versions.node}; see https://nodejs.org\n`,
  );
  process.exitCode = 2;
}

// Without this it would be a script, whose names are everybody's.
export {};
