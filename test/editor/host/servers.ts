import { spawnSync } from 'node:child_process';

/** The processes of language servers that this extension host has started. */
export interface Servers {
  running(): number[];
  kill(pid: number): void;
}

export const servers: Servers = {
  running: () => {
    const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' });
    return stdout.split('\n').flatMap(line => {
      const [, pid, parent, state, args] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
      return Number(parent) === process.pid && !state?.startsWith('Z') && args?.includes('server.js')
        ? [Number(pid)]
        : [];
    });
  },
  kill: pid => process.kill(pid, 'SIGKILL'),
};
