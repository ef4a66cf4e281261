import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { applyEdits, modify, parse } from 'jsonc-parser';

/** Switches off what VS Code does by itself: chat, telemetry, look-ups on the network, first-run pages, hints. */
const quiet: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'remote.autoForwardPorts': false,
  'security.workspace.trust.enabled': false,
  'telemetry.feedback.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'workbench.cloudChanges.autoResume': 'off',
  'workbench.editor.empty.hint': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.remoteIndicator.showExtensionRecommendations': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.experimentalOnboarding': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** Adds the quiet settings to the user's settings of `userDataDir`; what these say already stays as it is. */
export async function quietProfile(userDataDir: string): Promise<void> {
  const file = path.join(userDataDir, 'User/settings.json');
  await mkdir(path.dirname(file), { recursive: true });
  const before = await readFile(file, 'utf8').catch(() => '{}');
  const present: unknown = parse(before);
  const known = typeof present === 'object' && present !== null ? present : {};
  const missing = Object.entries(quiet).filter(([name]) => !(name in known));
  const formattingOptions = { insertSpaces: true, tabSize: 2 };
  const after = missing.reduce(
    (text, [name, value]) => applyEdits(text, modify(text, [name], value, { formattingOptions })),
    before,
  );
  if (after !== before) await writeFile(file, after);
}
