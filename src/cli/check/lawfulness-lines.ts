import type { Manner } from '../output.ts';
import { wrap } from '../words/lines.ts';
import type { BreachFound, Finding, Verdict } from './lawfulness.ts';

/**
 * Whether a match is lawful, in words: what is irregular and was announced, what was until it was taken back, and what
 * only looks it. What wasn't announced is a complaint, see `complaintOf`.
 */
export const lawfulnessLines = (verdict: Verdict, { columns }: Pick<Manner, 'columns'>): string[] => {
  const { breaches, remarks, takenBack, judgedUpTo } = verdict;
  const width = columns === undefined ? undefined : columns - MARGIN;
  const list = (heading: string, findings: readonly string[]): string[] =>
    findings.length === 0
      ? []
      : [
          ...wrap(`${heading}:`, width),
          ...shortened(findings).flatMap((finding) =>
            wrap(finding, width === undefined ? undefined : width - MARGIN - HANGING).map(
              (line, index) => `${' '.repeat(index === 0 ? MARGIN : MARGIN + HANGING)}${line}`,
            ),
          ),
        ];
  const announced = breaches.filter((each) => each.announced);
  return [
    ...wrap(`by ${rulesOf(verdict)}: ${howMany(verdict)}`, width),
    ...list('irregular, as announced', announced.map(sayBreach)),
    ...list('irregular until it was taken back, and none at the end', takenBack.map(sayBreach)),
    ...list('looks odd, and is lawful', remarks.map(sayRemark)),
    ...(judgedUpTo === undefined
      ? []
      : wrap(`after entry ${judgedUpTo} it wasn't judged any more: so long a record is beyond a match`, width)),
  ];
};

/** A pattern is soon seen; all of them are in JSON. */
const shortened = (findings: readonly string[]): readonly string[] =>
  findings.length <= LISTED_MAX
    ? findings
    : [...findings.slice(0, LISTED_MAX), `and ${findings.length - LISTED_MAX} more`];

const LISTED_MAX = 40;
const MARGIN = 2;
const HANGING = 2;

/** A breach that isn't announced, as a complaint with its place: the line of a scenario, the entry of a recording. */
export const complaintOf = (file: string, breach: BreachFound): string => {
  const { place, code, citation, message, entry, label, type } = breach;
  return place === undefined
    ? `${file}: entry ${entry}, ${label} ${type}: ${code} (${citation}): ${message}`
    : `${file}:${place.line}:${place.column} ${label} ${type}: ${code} (${citation}): ${message}; announce it with irregular: ${code}`;
};

const howMany = ({ breaches }: Verdict): string => {
  const [all, told] = [breaches.length, breaches.filter(({ announced }) => announced).length];
  if (all === 0) return 'nothing in it is irregular';
  const many = all === 1 ? '1 breach' : `${all} breaches`;
  if (told === all) return `${many}, announced`;
  return told === 0 ? `${many}, not announced` : `${many}, ${all - told} of them not announced`;
};

const rulesOf = ({ regulations, laws }: Verdict): string => `${regulations}, Laws of the Game ${laws}`;

const sayBreach = (breach: BreachFound): string => {
  const { code, citation, message, since, place, announced } = breach;
  const made = since === undefined ? '' : `, since entry ${since}`;
  const where = place === undefined ? '' : announced ? ` [announced in line ${place.line}]` : ` [line ${place.line}]`;
  return `${who(breach)}: ${code}${made}: ${message} (${citation})${where}`;
};

const sayRemark = (remark: Finding): string => `${who(remark)}: ${remark.message} (${remark.citation})`;

const who = ({ entry, leg, label, type }: Finding): string =>
  `entry ${entry}, ${leg > 1 ? `leg ${leg}, ` : ''}${label} ${type}`;
