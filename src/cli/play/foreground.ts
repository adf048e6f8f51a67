import { readFileSync } from 'node:fs';

/**
 * Whether the terminal is this job's at the moment: a shell stops a job in the background (`touchline play … &`) that
 * sets the terminal or reads from it. Node has no `tcgetpgrp`, but Linux tells it in a file (proc_pid_stat(5)); elsewhere
 * it's taken to be so.
 */
export const isInForeground = (): boolean => {
  try {
    const stat = readFileSync('/proc/self/stat', 'latin1');
    // The second field is the program's name in brackets, which may hold anything.
    const [, , group, , , foreground] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A terminal that controls nobody has no job in the foreground.
    return group === foreground || !(Number(foreground) > 0);
  } catch {
    return true;
  }
};
