// Installs every VS Code that the tests use, so that this can be done while something else runs.
import { installVsCode } from './install.ts';

await installVsCode('current');
await installVsCode('oldest');
