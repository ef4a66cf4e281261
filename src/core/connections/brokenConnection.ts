import { Failure } from '../failure.ts';
import { complaintText, type Complaint } from './complaint.ts';

interface Readable {
  /** Its id, as far as that can be read: another entry may have it, too. */
  readonly id: string | undefined;
  readonly name: string | undefined;
  /** Its place in the setting; undefined where the setting as a whole is no list. */
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

  /** For the log. */
  get text(): string {
    const at = this.position === undefined ? '' : `pamSessions.connections[${this.position}].`;
    return at + this.complaints.map(complaintText).join('; ');
  }
}

/** Whoever asks for a broken connection gets this instead. */
export class BrokenSettings extends Failure {
  readonly broken: BrokenConnection;

  constructor(broken: BrokenConnection) {
    super('unknownConnection', { reason: 'broken' });
    this.broken = broken;
  }
}
