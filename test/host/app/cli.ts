export type CliHandler = (params: Record<string, string>) => string | Promise<string>;

interface CliCommand {
  readonly description: string;
  readonly flags: unknown;
  readonly handler: CliHandler;
}

/** The commands of the app's own command line. */
class CliHandlers {
  private readonly commands = new Map<string, CliCommand>();

  /** Gives what takes it back. @throws if there is such a command: ids are global (host.md) */
  add(command: string, said: CliCommand): () => void {
    if (this.commands.has(command)) throw new Error(`CLI command "${command}" is already registered`);
    this.commands.set(command, said);
    return () => this.commands.delete(command);
  }

  async run(command: string, params: Record<string, string>): Promise<string> {
    const found = this.commands.get(command);
    if (!found) throw new Error(`Unknown command "${command}"`);
    return await found.handler(params);
  }
}

export const cliHandlers = new CliHandlers();
