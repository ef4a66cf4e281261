import { Failure } from '../failure.ts';
import { complaintText, type Complaint } from './complaint.ts';

interface Readable {
  /** The id, if it can be read. Another entry may have the same. */
  readonly id: string | undefined;
  readonly name: string | undefined;
  /** Its position in the setting, from 0; undefined if the setting as a whole is not a list. */
  readonly position: number | undefined;
}

/** An entry of the settings that cannot be used: what can be read of it, and what is wrong with it. */
export class BrokenConnection {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly position: number | undefined;
  readonly complaints: readonly Complaint[];

  constructor({ id, name, position }: Readable, complaints: readonly Complaint[]) {
    this.id = id;
    this.name = name;
    this.position = position;
    this.complaints = complaints;
  }

  /** What is wrong, as a line for the log. */
  get text(): string {
    const at = this.position === undefined ? '' : `pamSessions.connections[${this.position}].`;
    return at + this.complaints.map(complaintText).join('; ');
  }
}

/** The failure of using a connection whose entry is broken. */
export class BrokenSettings extends Failure {
  readonly broken: BrokenConnection;

  constructor(broken: BrokenConnection) {
    super('unknownConnection', { reason: 'broken' });
    this.broken = broken;
  }
}
