package org.lockkeeper.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The {@code lockkeeper} command. */
@Command(
    name = "lockkeeper",
    description = "Finds races, deadlocks and blocking in cooperative tasks in Java code.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = HelpCommand.class,
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    usageHelpAutoWidth = true,
    versionProvider = Main.Version.class)
public final class Main {

  private Main() {}

  /** Runs the command and exits with one of the documented codes. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, false, Charset.defaultCharset());
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    Io io = new Io(out, err, Path.of("").toAbsolutePath(), Ansi.AUTO.enabled());
    System.exit(run(io, args));
  }

  /** Runs the command in this process. */
  static int run(Io io, String... args) {
    List<String> given = List.of(args);
    boolean verbose = given.contains("--verbose") || given.contains("-v");
    CommandLine line =
        new CommandLine(new Main())
            .addSubcommand(new CheckCommand(io))
            .addSubcommand(new ScanCommand(io))
            .addSubcommand(new AnnotateCommand(io))
            .addSubcommand(new MergeCommand(io))
            .addSubcommand(new ChecksCommand(io))
            .addSubcommand(new ExplainCommand(io))
            .addSubcommand(new DoctorCommand(io))
            .setOut(io.out())
            .setErr(io.err())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((fault, command, parsed) -> failed(io, fault, verbose));
    try {
      return line.execute(given.isEmpty() ? new String[] {"--help"} : plain(given));
    } catch (StackOverflowError | OutOfMemoryError fault) {
      return failed(io, fault, verbose);
    }
  }

  /** An option with an optional value must not take the next argument for it. */
  private static String[] plain(List<String> given) {
    return given.stream().map(a -> a.equals("--fix") ? "--fix=apply" : a).toArray(String[]::new);
  }

  private static int failed(Io io, Throwable fault, boolean verbose) {
    if (fault instanceof BadInput) {
      io.say(fault.getMessage());
      return ExitCodes.BAD_INPUT;
    }
    String where = verbose ? "" : "; --verbose shows where";
    String hint = fault instanceof OutOfMemoryError ? "; give it more: java -Xmx…" : where;
    io.say("internal fault: " + fault + hint);
    if (verbose) {
      fault.printStackTrace(io.err());
    }
    io.err().flush();
    return ExitCodes.FAULT;
  }

  /** The version of this build; {@code development} outside the packaged jar. */
  static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /** What {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "lockkeeper " + version() + " (Java " + Runtime.version() + ")",
      };
    }
  }
}
