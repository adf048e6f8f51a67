import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Desk } from './desk.ts';
import type { DeskState } from './state.ts';

const DeskContext = createContext<Desk | undefined>(undefined);

export const DeskProvider = DeskContext.Provider;

/** The page's one desk. */
export const useTheDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('this is drawn outside the desk’s provider');
  return desk;
};

/**
 * A part of what the desk knows; the component is rendered anew when that part is another value or reference. So a
 * selector picks, and never makes.
 */
export const useDesk = <Part>(select: (state: DeskState) => Part): Part => {
  const desk = useTheDesk();
  return useSyncExternalStore(desk.subscribe, () => select(desk.state));
};
