// Runs the command given on its command line and ends, together with everything that command started, when its
// standard input closes: the system closes it however the parent ended, so nothing can outlive a killed parent.
import { spawn, spawnSync } from 'node:child_process';

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
child.once('error', endGroup);
child.once('exit', endGroup);
process.stdin.once('close', endGroup).resume();

/** The parent starts this script detached, so it leads a process group of its own. */
function endGroup(): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(process.pid), '/T', '/F']);
  } else {
    process.kill(-process.pid, 'SIGKILL');
  }
}
