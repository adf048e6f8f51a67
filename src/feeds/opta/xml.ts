import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { FeedFile, FeedProblem } from '../importer.ts';
import { type Fields, fieldsOf } from '../json.ts';

/** The document's root; where the XML is damaged, what could be read of it and a problem with its place. */
export const parseXml = (file: FeedFile): { readonly root: Fields; readonly problems: readonly FeedProblem[] } => {
  const valid = XMLValidator.validate(file.text);
  const problems: FeedProblem[] =
    valid === true
      ? []
      : [{ file: file.name, at: `${valid.err.line}:${valid.err.col}`, message: notXml(valid.err.msg) }];
  try {
    return { root: fieldsOf(parser.parse(readable(file.text, problems.length === 0))), problems };
  } catch (error) {
    return {
      root: {},
      problems: problems.length > 0 ? problems : [{ file: file.name, message: notXml(String(error)) }],
    };
  }
};

/** A file that was cut off is read up to its last whole element. */
const readable = (text: string, whole: boolean): string => (whole ? text : text.slice(0, text.lastIndexOf('>') + 1));

const notXml = (why: string): string => `this XML is damaged: ${why.replace(/\s+/g, ' ').slice(0, 200)}`;

const LISTS: ReadonlySet<string> = new Set([
  'Game',
  'Event',
  'Q',
  'SoccerDocument',
  'TeamData',
  'Team',
  'Player',
  'TeamOfficial',
  'MatchPlayer',
  'MatchOfficial',
  'AssistantOfficial',
  'Booking',
  'Goal',
  'Substitution',
  'PenaltyShot',
  'Stat',
]);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  isArray: (name) => LISTS.has(name),
});
