import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the plugin costs: compiles sources with plain javac and with the plugin by turns, each time
 * in a JVM of its own, and prints the medians of CPU time (all threads: compilers and collectors
 * too) and of peak memory. javac is called the way Maven and Gradle call it, by its API with a
 * listener for diagnostics: it keeps all trees then. Its command drops them as it goes, unless
 * there is a plugin; set {@code BENCH_COMMAND=1} to compare with that.
 *
 * <pre>
 * java checker/bench/Bench.java PLUGIN-JAR CLASSPATH ROUNDS SRC…
 * </pre>
 *
 * An empty CLASSPATH is "". Ratios are worth more than seconds: run it on a machine that does
 * nothing else.
 */
class Bench {
  private static final List<String> QUIET = List.of("-proc:none", "-nowarn", "-Xmaxwarns", "1");

  private record Cost(double seconds, double megabytes) {}

  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("compile")) {
      measured(Arrays.copyOfRange(args, 1, args.length));
    } else if (args.length < 4) {
      System.err.println("usage: java Bench.java PLUGIN-JAR CLASSPATH ROUNDS SRC...");
      System.exit(2);
    } else {
      compare(args[0], args[1], Integer.parseInt(args[2]), List.of(args).subList(3, args.length));
    }
  }

  private static void measured(String[] options) throws IOException {
    compile(options);
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.println(system.getProcessCpuTime() / 1e9 + " " + peakMegabytes());
  }

  private static void compile(String[] options) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> rest = new ArrayList<>(List.of(options));
    List<String> sources = Files.readAllLines(Path.of(rest.remove(rest.size() - 1)));
    if (System.getenv("BENCH_COMMAND") != null) {
      rest.addAll(sources);
      javac.run(null, null, null, rest.toArray(String[]::new));
      return;
    }
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> found = files.getJavaFileObjectsFromStrings(sources);
      javac.getTask(null, files, diagnostic -> {}, rest, null, found).call();
    }
  }

  /** Peak resident memory where the system tells; the heap in use elsewhere. */
  private static double peakMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
      }
    }
    return Runtime.getRuntime().totalMemory() / 1e6;
  }

  private static void compare(String plugin, String classPath, int rounds, List<String> roots)
      throws Exception {
    Path work = Files.createTempDirectory("bench");
    ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", work.toString(), source());
    Path list = work.resolve("sources");
    Files.write(list, sources(roots));
    List<String> common = new ArrayList<>(QUIET);
    common.addAll(
        List.of("-cp", classPath, "-d", work.resolve("classes").toString(), list.toString()));
    List<String> with = new ArrayList<>(List.of("-processorpath", plugin, "-Xplugin:Lockkeeper"));
    with.addAll(common);
    List<Cost> plain = new ArrayList<>();
    List<Cost> checked = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      plain.add(run(work, common));
      checked.add(run(work, with));
    }
    print("javac", plain, plain);
    print("with Lockkeeper", checked, plain);
  }

  private static List<String> sources(List<String> roots) throws IOException {
    List<String> all = new ArrayList<>();
    for (String root : roots) {
      try (Stream<Path> found = Files.walk(Path.of(root))) {
        found
            .filter(p -> p.toString().endsWith(".java") && !p.endsWith("module-info.java"))
            .map(Path::toString)
            .sorted()
            .forEach(all::add);
      }
    }
    return all;
  }

  private static Cost run(Path itself, List<String> options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xms8m", "-XX:+UseSerialGC", "-cp", itself.toString(), "Bench", "compile"));
    command.addAll(options);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String[] said = new String(process.getInputStream().readAllBytes()).trim().split("\\s+");
    process.waitFor();
    return new Cost(
        Double.parseDouble(said[said.length - 2]), Double.parseDouble(said[said.length - 1]));
  }

  /** This file, as it was named on the command line. */
  private static String source() {
    return ProcessHandle.current()
        .info()
        .arguments()
        .flatMap(a -> Arrays.stream(a).filter(x -> x.endsWith("Bench.java")).findFirst())
        .orElse("checker/bench/Bench.java");
  }

  private static void print(String what, List<Cost> costs, List<Cost> base) {
    double seconds = median(costs.stream().mapToDouble(Cost::seconds).toArray());
    double memory = median(costs.stream().mapToDouble(Cost::megabytes).toArray());
    System.out.printf(
        Locale.ROOT,
        "%-16s %7.2f s CPU (x%.2f)  %6.0f MB (x%.2f)%n",
        what,
        seconds,
        seconds / median(base.stream().mapToDouble(Cost::seconds).toArray()),
        memory,
        memory / median(base.stream().mapToDouble(Cost::megabytes).toArray()));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
