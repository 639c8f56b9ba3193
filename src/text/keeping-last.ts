/**
 * The same function, which keeps its last answer: for what many ask of one thing before the next comes, as rules do of a note.
 * Of equal arguments the answer must be equal, too.
 */
export function keepingLast<Argument, Answer>(
  answer: (argument: Argument) => Answer,
): (argument: Argument) => Answer {
  let last: { readonly argument: Argument; readonly answer: Answer } | null = null;
  return (argument) => {
    if (last === null || last.argument !== argument) last = { argument, answer: answer(argument) };
    return last.answer;
  };
}
