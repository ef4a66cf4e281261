import Mocha from 'mocha';
import { closingLine } from './closingLine.ts';

/** Mocha's own report with our closing line under it. */
export default class Reporter extends Mocha.reporters.Spec {
  override epilogue(): void {
    super.epilogue();
    console.log(closingLine(this.stats));
  }
}
