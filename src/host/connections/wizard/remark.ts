import { InputBoxValidationSeverity } from 'vscode';

/** What there is to say about a text in a box; an error keeps the person there. */
export interface Remark {
  readonly message: string;
  readonly severity: InputBoxValidationSeverity;
}

/** A remark that tells something. */
export function infoRemark(message: string): Remark {
  return { message, severity: InputBoxValidationSeverity.Info };
}

/** A remark that warns, but lets the person go on. */
export function warningRemark(message: string): Remark {
  return { message, severity: InputBoxValidationSeverity.Warning };
}

/** A remark that keeps the person at this question. */
export function errorRemark(message: string): Remark {
  return { message, severity: InputBoxValidationSeverity.Error };
}
