import type { Command } from 'commander';

/** `touchline schema`: what a file or a message may hold, for editors and for whoever makes them. */
export const schema = (program: Command): Command =>
  program
    .command('schema')
    .summary('print a JSON Schema')
    .description(
      'Prints the JSON Schema (2020-12) of a scenario, a recording (its header, then entries), an event, an entry, ' +
        'a message of the wire, or the views.',
    )
    .argument('<what>', 'scenario, recording, event, entry, message, views')
    .addHelpText('after', EXAMPLES)
    .action(async (what: string) => {
      const { printSchema } = await import('./schema/schemas.ts');
      await printSchema(what);
    });

const EXAMPLES = `
Examples:
  $ touchline schema scenario > touchline.schema.json
    and in a scenario's first line: # yaml-language-server: $schema=./touchline.schema.json
  $ touchline schema event | jq -r '.["$defs"].Event.oneOf[].properties.type.const'`;
