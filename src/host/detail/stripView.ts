import { l10n } from 'vscode';
import { dayMoment, momentText, secondMoment } from '../../core/sessions/query/momentOf.ts';
import { mostMarks, stripSpans, type Strip, type StripMark } from '../../core/sessions/strip.ts';
import { ticksOf } from '../../core/sessions/ticksOf.ts';
import { oneLine, visibleText } from '../../core/text/visibleText.ts';
import type { MarkView, StripView } from '../../shared/neighbours.ts';
import { countText } from '../countText.ts';
import { durationLabel } from '../tree/describeSession.ts';
import { fieldLabels } from '../shownFields.ts';
import { whoOf } from '../whoOf.ts';
import { sessionLineOf } from './sessionLine.ts';

/** The strip as the page draws it; `own` is the id of the session that is shown. */
export function stripViewOf({ span, from, to, marks, lanes, total }: Strip, own: string): StripView {
  const spans = Object.keys(stripSpans);
  const { id, start, end, durationSeconds } = fieldLabels();
  return {
    heading: l10n.t('Sessions on this device around it'),
    range: l10n.t('{0}, from {1} to {2} by the server’s clock', spanText(span), minuteText(from), minuteText(to)),
    more:
      total > marks.length
        ? l10n.t(
            'Shown are the {0} nearest of {1} sessions: zoom in to see the others.',
            countText(mostMarks),
            countText(total),
          )
        : '',
    own: l10n.t('This session'),
    help: l10n.t('Arrow keys go from session to session, Enter opens one.'),
    zoomIn: { label: l10n.t('Zoom In'), leads: span !== spans[0] },
    zoomOut: { label: l10n.t('Zoom Out'), leads: span !== spans.at(-1) },
    marks: marks.map((mark) => markView(mark, own)),
    lanes,
    ticks: [...ticksOf(from, to)],
    table: l10n.t('The same as a table'),
    columns: [id, start, end, durationSeconds, l10n.t('Who')],
  };
}

function markView({ session, from, to, lane }: StripMark, own: string): MarkView {
  const { id, live, start, end } = session;
  const isOwn = id === own;
  const { label } = sessionLineOf(session, 'device');
  return {
    id,
    label: isOwn ? l10n.t('This session: {0}', label) : label,
    ...{ from, to, lane, live, own: isOwn },
    cells: [visibleText(id), oneLine(start ?? ''), oneLine(end ?? ''), durationLabel(session), whoOf(session)],
  };
}

function spanText(span: Strip['span']): string {
  const texts = {
    hour: l10n.t('One hour'),
    sixHours: l10n.t('Six hours'),
    day: l10n.t('One day'),
    week: l10n.t('One week'),
    month: l10n.t('Thirty days'),
  };
  return texts[span];
}

function minuteText(seconds: number): string {
  return `${momentText(dayMoment(seconds))} ${momentText(secondMoment(seconds)).slice(11, 16)}`;
}
