import type { Officials } from '../../match/fixture.ts';
import { given } from '../given.ts';

/** Opta's posts: Main, Lineman 1, Assistant referee 2, Fourth official, Video Assistant Referee … */
export const officialsFrom = (
  people: readonly { readonly name: string; readonly post: string }[],
): Officials | undefined => {
  const held = (post: RegExp): string | undefined => people.find((each) => post.test(each.post))?.name;
  const assistants = people.filter(({ post }) => /^(lineman|assistant referee)/i.test(post)).map(({ name }) => name);
  const officials: Officials = {
    ...given('referee', held(/^main$/i)),
    ...given('assistants', assistants.length === 0 ? undefined : assistants),
    ...given('fourth', held(/^fourth official$/i)),
    ...given('var', held(/^video assistant referee/i)),
    ...given('avar', held(/^assistant (var|video)/i)),
  };
  return Object.keys(officials).length === 0 ? undefined : officials;
};
