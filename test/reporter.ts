import Mocha from 'mocha';
import { closingLine } from './closingLine.ts';

/** Mocha's own report with our closing line under it; a test that needed a second try is named, never passed over. */
export default class Reporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('retry', (test: Mocha.Test, error: Error) => {
      console.log(`Tried again: ${test.fullTitle()}: ${error.message}`);
    });
  }

  override epilogue(): void {
    super.epilogue();
    console.log(closingLine(this.stats));
  }
}
