import { InputBoxValidationSeverity } from 'vscode';

/** What there is to say about a text in a box; an error keeps the person there. */
export interface Remark {
  readonly message: string;
  readonly severity: InputBoxValidationSeverity;
}

export function infoRemark(message: string): Remark {
  return { message, severity: InputBoxValidationSeverity.Info };
}

export function warningRemark(message: string): Remark {
  return { message, severity: InputBoxValidationSeverity.Warning };
}

export function errorRemark(message: string): Remark {
  return { message, severity: InputBoxValidationSeverity.Error };
}
