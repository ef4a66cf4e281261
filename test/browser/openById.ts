import type { Workbench } from './workbench.ts';

/** Opens a session by its id, as a person does who has it from elsewhere. Resolves when it was fetched. */
export async function openById(
  { run, answer, detail }: Pick<Workbench, 'run' | 'answer' | 'detail'>,
  id: number,
): Promise<void> {
  await run('Open Session by ID');
  await answer(/Open Session by ID/, String(id));
  await detail.getByRole('heading', { name: `Session ${id}` }).waitFor();
  await detail.getByText(/^Fetched/).waitFor();
}
