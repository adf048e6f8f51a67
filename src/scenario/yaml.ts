import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type LineCounter,
  LineCounter as Lines,
  type ParsedNode,
  Parser,
} from 'yaml';
import { quote } from '../journal/complaint.ts';
import { YAML_LIMITS } from './limits.ts';
import type { Place, Written, WrittenField, WrittenScalar } from './place.ts';
import type { Complaints } from './problem.ts';

/**
 * Reads one YAML 1.2 document (core schema) with the place of everything in it. Size, depth and aliases are bounded
 * before anything is built from them; keys occur once. What is wrong is complained about, never thrown.
 */
export const readYaml = (text: string, complaints: Complaints): Written | undefined => {
  if (text.length > YAML_LIMITS.bytes) {
    complaints.add(START, `the file is too long: ${text.length} characters, of at most ${YAML_LIMITS.bytes}`);
    return undefined;
  }
  const lines = new Lines();
  lines.addNewLine(0);
  const tokens = tokensOf(text, lines, complaints);
  return tokens === undefined ? undefined : readDocument(tokens, text, lines, complaints);
};

const START: Place = { line: 1, column: 1 };

/** Word by word, so that a file that is too deep or too full is left before it costs anything. */
const tokensOf = (text: string, lines: LineCounter, complaints: Complaints): CST.Token[] | undefined => {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  let marks = 0;
  for (const mark of new Lexer().lex(text)) {
    for (const token of parser.next(mark)) {
      if (token.type === 'error') {
        complaints.add(placeOf(lines, token.offset), `this isn't YAML: ${sentence(token.message)}`);
        return undefined;
      }
      tokens.push(token);
    }
    marks += 1;
    if (parser.stack.length > YAML_LIMITS.depth) {
      complaints.add(placeOf(lines, parser.offset), 'this is nested too deeply for a scenario');
      return undefined;
    }
    if (marks > YAML_LIMITS.marks) {
      complaints.add(
        placeOf(lines, parser.offset),
        'the file holds too much for a scenario; a recording may be longer',
      );
      return undefined;
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
};

const readDocument = (
  tokens: readonly CST.Token[],
  text: string,
  lines: LineCounter,
  complaints: Complaints,
): Written | undefined => {
  // Unique keys are seen to below: the library compares each key with every other.
  const composer = new Composer({
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false,
    version: '1.2',
    schema: 'core',
  });
  const [document, another] = firstTwo(composer.compose(tokens, true, text.length));
  if (document === undefined) return undefined;
  const wrong = [...document.errors, ...document.warnings];
  // After a slip in the syntax the rest is taken for something else, and its errors are none of the writer's.
  const [first] = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  for (const { pos, message } of first === undefined ? wrong.slice(0, WRONG_MAX) : [first]) {
    complaints.add(placeOf(lines, pos[0]), `this isn't YAML: ${sentence(message)}`);
  }
  if (another !== undefined && first === undefined)
    complaints.add(placeOf(lines, another.range[0]), 'one file holds one document; this is a second');
  if (wrong.length > 0 || another !== undefined) return undefined;
  return new Reader(lines, complaints).read(document);
};

const WRONG_MAX = 20;

const firstTwo = <T>(items: Iterable<T>): T[] => {
  const taken: T[] = [];
  for (const item of items) if (taken.push(item) === 2) break;
  return taken;
};

/** Turns nodes into what was written. One a file, since it remembers anchors and how much aliases have added. */
class Reader {
  readonly #lines: LineCounter;
  readonly #complaints: Complaints;
  readonly #anchors = new Map<string, { readonly written: Written; readonly size: number } | 'open'>();
  #size = 0;
  #aliased = 0;
  #whole = true;

  constructor(lines: LineCounter, complaints: Complaints) {
    this.#lines = lines;
    this.#complaints = complaints;
  }

  read(document: Document.Parsed): Written | undefined {
    const written = this.#node(document.contents, START);
    return this.#whole ? written : undefined;
  }

  #node(node: ParsedNode | null, fallback: Place): Written {
    const place = node === null ? fallback : placeOf(this.#lines, node.range[0]);
    if (isAlias(node)) return this.#alias(node.source, place);
    const anchor =
      (isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined ? node.anchor : undefined;
    const before = this.#size;
    if (anchor !== undefined) this.#anchors.set(anchor, 'open');
    const written = this.#fresh(node, place);
    this.#size += 1;
    if (anchor !== undefined) this.#anchors.set(anchor, { written, size: this.#size - before });
    return written;
  }

  #fresh(node: ParsedNode | null, place: Place): Written {
    if (isMap(node)) return this.#mapping(node.items as unknown as readonly Pair[], place);
    if (isSeq(node))
      return { kind: 'list', place, items: node.items.map((item) => this.#node(item as ParsedNode, place)) };
    const value: unknown = isScalar(node) ? node.value : null;
    if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) {
      return { kind: 'scalar', place, value: value as WrittenScalar['value'] };
    }
    this.#broken(place, `expected text, a number, true, false or nothing; found ${String(value)}`);
    return { kind: 'scalar', place, value: null };
  }

  #mapping(items: readonly Pair[], place: Place): Written {
    const fields = new Map<string, WrittenField>();
    for (const { key, value } of items) {
      const keyPlace = placeOf(this.#lines, key.range[0]);
      const name = isScalar(key) && key.value !== null ? String(key.value) : undefined;
      if (name === undefined) this.#complaints.add(keyPlace, 'a key is a word or text');
      else if (isReserved(name)) this.#complaints.add(keyPlace, `${quote(name)} can't be a key`);
      else if (fields.has(name)) this.#complaints.add(keyPlace, `${quote(name)} is given twice`);
      else fields.set(name, { place: keyPlace, value: this.#node(value, keyPlace) });
    }
    return { kind: 'mapping', place, fields };
  }

  #alias(name: string, place: Place): Written {
    const target = this.#anchors.get(name);
    const nothing: Written = { kind: 'scalar', place, value: null };
    if (target === 'open') this.#broken(place, `the alias ${quote(name)} stands inside what it names`);
    else if (target === undefined) this.#broken(place, `nothing above is marked ${quote(`&${name}`)}`);
    else {
      this.#aliased += target.size;
      this.#size += target.size;
      if (this.#aliased <= YAML_LIMITS.aliased) return target.written;
      this.#broken(place, 'aliases repeat too much; write it out, or share a fixture');
    }
    return nothing;
  }

  /** Something that can't be what anybody meant: judging the rest would only add to the complaints. */
  #broken(place: Place, message: string): void {
    this.#whole = false;
    this.#complaints.add(place, message);
  }
}

interface Pair {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

/** Words that every JavaScript object answers to: as a key they'd be taken for something else. */
const isReserved = (word: string): boolean => word in Object.prototype || word === 'prototype';

const placeOf = (lines: LineCounter, offset: number): Place => {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
};

const SENTENCE_MAX = 160;

/** The library's first sentence, without its full stop. */
const sentence = (message: string): string => {
  const first = (message.split('\n', 1)[0] ?? message).replace(/\.$/, '');
  return first.length <= SENTENCE_MAX ? first : `${first.slice(0, SENTENCE_MAX)}…`;
};
