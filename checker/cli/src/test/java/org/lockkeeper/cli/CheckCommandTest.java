package org.lockkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  private static final String RACE =
      """
      package demo;

      import java.util.Map;
      import java.util.concurrent.ConcurrentHashMap;

      class Cache {
        private final Map<String, String> cache = new ConcurrentHashMap<>();

        void fill(String k) {
          if (!cache.containsKey(k)) {
            cache.put(k, k + k);
          }
        }
      }
      """;

  private static final String HANDLER =
      """
      package demo;

      import io.netty.buffer.ByteBuf;
      import io.netty.channel.ChannelHandlerContext;
      import io.netty.channel.SimpleChannelInboundHandler;

      class Echo extends SimpleChannelInboundHandler<ByteBuf> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf message) throws Exception {
          Thread.sleep(100);
        }
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void layOut() throws IOException {
    write("src/demo/Cache.java", RACE);
    write(
        "clean/demo/Fine.java",
        "package demo;\n\nclass Fine {\n  int one() {\n    return 1;\n  }\n}\n");
  }

  @Test
  void isSilentOnCleanCode() {
    Ran ran = Ran.in(folder, "check", "clean");
    assertThat(ran).isEqualTo(new Ran(ExitCodes.CLEAN, "no findings in 1 file\n", ""));
  }

  @Test
  void showsFindingsWithPathSourceAndCaret() {
    Ran ran = Ran.in(folder, "check", "src", "clean");
    assertThat(ran.code()).isEqualTo(ExitCodes.FINDINGS);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .startsWith("src/demo/Cache.java:11:12: warning: [UnguardedCheckThenAct] ")
        .contains("\n      cache.put(k, k + k);\n           ^\n  thread 1 ")
        .endsWith("\n1 finding (1 warning) in 2 files\n");
  }

  @Test
  void failsFromTheGivenSeverityOn() {
    assertThat(Ran.in(folder, "check", "--fail-on", "error", "src").code())
        .isEqualTo(ExitCodes.CLEAN);
    assertThat(Ran.in(folder, "check", "--fail-on=never", "src").code()).isEqualTo(ExitCodes.CLEAN);
    String error = "--checks=UnguardedCheckThenAct=error";
    assertThat(Ran.in(folder, "check", error, "--fail-on=error", "src"))
        .matches(ran -> ran.code() == ExitCodes.FINDINGS)
        .matches(ran -> ran.out().contains(": error: [UnguardedCheckThenAct]"));
    String note = "--checks=UnguardedCheckThenAct=note";
    assertThat(Ran.in(folder, "check", note, "src").code()).isEqualTo(ExitCodes.CLEAN);
    assertThat(Ran.in(folder, "check", note, "--fail-on=note", "src").code())
        .isEqualTo(ExitCodes.FINDINGS);
  }

  @Test
  void switchesChecksOffAndOn() {
    assertThat(Ran.in(folder, "check", "--checks", "-UnguardedCheckThenAct", "src").code())
        .isEqualTo(ExitCodes.CLEAN);
    assertThat(Ran.in(folder, "check", "--checks", "LockOrderInversion", "src").code())
        .isEqualTo(ExitCodes.CLEAN);
    assertThat(Ran.in(folder, "check", "--checks", "-all,+UnguardedCheckThenAct", "src").code())
        .isEqualTo(ExitCodes.FINDINGS);
  }

  @Test
  void leavesOutClassesByPrefix() {
    assertThat(Ran.in(folder, "check", "--exclude", "demo.Ca", "src").code())
        .isEqualTo(ExitCodes.CLEAN);
    assertThat(Ran.in(folder, "check", "--only", "other.", "src").code())
        .isEqualTo(ExitCodes.CLEAN);
    assertThat(Ran.in(folder, "check", "--only", "demo.", "src").code())
        .isEqualTo(ExitCodes.FINDINGS);
  }

  @Test
  void namesWhatIsWrongWithTheInput() throws IOException {
    write("notes.txt", "");
    Files.createDirectories(folder.resolve("empty"));
    refuses("no such file or folder: nope", "check", "nope");
    refuses("not a Java source file: notes.txt", "check", "notes.txt");
    refuses("no Java files in empty", "check", "empty");
    refuses("cannot read model no.facts: no such file", "check", "--models", "no.facts", "src");
    refuses("--release 7 is not supported", "check", "--release", "7", "src");
    refuses("cannot write nope/out.txt", "check", "-o", "nope/out.txt", "src");
    refuses("unknown severity 'loud'", "check", "--checks", "LockOrderInversion=loud", "src");
    refuses("Missing required parameter: 'SRC'", "check");
    refuses("Invalid value for option '--format'", "check", "--format", "xml", "src");
    refuses("Unknown option: '--nope'", "check", "--nope", "src");
  }

  @Test
  void listsTheChecksWhenOneIsUnknown() {
    refuses(
        "unknown check 'Nope'; the checks are BlockingInCooperative, ",
        "check",
        "--checks",
        "+Nope",
        "src");
  }

  @Test
  void pointsAtTheMistakeInAModel() throws IOException {
    write("my.facts", "# mine\ndemo.Cache#fill(String)  blocs\n");
    refuses("my.facts:2:26: ", "check", "--models", "my.facts", "src");
  }

  @Test
  void leavesOutDamagedJars() throws IOException {
    write("empty.jar", "");
    write("text.jar", "no archive");
    Ran ran = Ran.in(folder, "check", "--classpath", "empty.jar:text.jar:none.jar", "src");
    assertThat(ran.code()).isEqualTo(ExitCodes.FINDINGS);
    assertThat(ran.out()).contains("[UnguardedCheckThenAct]");
    assertThat(ran.err())
        .contains("empty.jar: zip file is empty")
        .contains("text.jar: zip END header not found")
        .contains("no such class path entry: none.jar");
  }

  @Test
  void tellsLinesOfAModelThatAreAboutNoMember() throws IOException {
    write(
        "my.facts",
        "demo.Cache#fil(String)  blocks\ndemo.Cache#fill(String)  not blocks\n"
            + "demo.Cache#hashCode  not blocks\njava.util.Map#put(String)  atomic\n"
            + "no.Such#method  blocks\n");
    assertThat(Ran.in(folder, "check", "--models", "my.facts", "src").err().lines())
        .containsExactly(
            "lockkeeper: my.facts: demo.Cache#fil(String) names no member of demo.Cache",
            "lockkeeper: my.facts: java.util.Map#put(String) names no member of java.util.Map");
  }

  @Test
  void saysWhyAModelCannotBeRead() throws IOException {
    Files.write(folder.resolve("latin.facts"), new byte[] {'#', (byte) 0xE4});
    refuses("latin.facts: it is not in UTF-8", "check", "--models", "latin.facts", "src");
    refuses("src: it is a folder", "check", "--models", "src", "src");
  }

  @Test
  void aMisspeltSuppressionIsTold() throws IOException {
    write(
        "src/demo/Typo.java",
        """
        package demo;

        @SuppressWarnings("UnguardedChekThenAct")
        class Typo {
          @SuppressWarnings({"rawtypes", "GuardedBy", "nonAtomicUpdate"})
          int count;
        }
        """);
    assertThat(Ran.in(folder, "check", "src").err())
        .contains("Typo.java: @SuppressWarnings(\"UnguardedChekThenAct\") has no effect; did you")
        .containsOnlyOnce("(\"nonAtomicUpdate\") has no effect; did you mean NonAtomicUpdate?")
        .doesNotContain("\"GuardedBy\"");
  }

  @Test
  void aPackagesSuppressionIsHonoured() throws IOException {
    write(
        "src/demo/package-info.java",
        "@SuppressFinding(value = \"UnguardedCheckThenAct\", because = \"one thread\")\n"
            + "package demo;\n\nimport org.lockkeeper.annotations.SuppressFinding;\n");
    assertThat(Ran.in(folder, "check", "src").code()).isEqualTo(ExitCodes.CLEAN);
  }

  @Test
  void aVariablesSuppressionHoldsForItsDeclaration() throws IOException {
    write(
        "src/demo/Names.java",
        """
        package demo;

        import java.util.concurrent.ConcurrentHashMap;
        import org.lockkeeper.annotations.SuppressFinding;

        class Names {
          static final String RACE = "UnguardedCheckThenAct";
          final ConcurrentHashMap<String, String> map = new ConcurrentHashMap<>();

          void one(String k) {
            if (!map.containsKey(k)) {
              @SuppressFinding(value = RACE, because = "start") String old = map.put(k, k);
            }
          }

          void other(String k) {
            @SuppressWarnings(RACE)
            Runnable task = () -> {
              if (!map.containsKey(k)) {
                map.put(k, k);
              }
            };
            task.run();
            if (!map.containsKey(k)) {
              map.put(k, k);
            }
          }
        }
        """);
    Ran ran = Ran.in(folder, "check", "src/demo/Names.java");
    assertThat(ran.out()).contains("Names.java:25:10: warning").contains("1 finding ");
  }

  @Test
  void analysesTheRestWhenAFileDoesNotParse() throws IOException {
    write("src/demo/Broken.java", "package demo;\n\nclass Broken {\n  int x = ;\n}\n");
    Ran ran = Ran.in(folder, "check", "src");
    assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(ran.err()).startsWith("src/demo/Broken.java:4:11: error: ");
    assertThat(ran.out()).contains("[UnguardedCheckThenAct]");
  }

  @Test
  void namesMissingDependenciesOnceAndGoesOn() throws IOException {
    write(
        "src/demo/Lost.java",
        "package demo;\n\nclass Lost {\n  com.acme.Gone one;\n  com.acme.Gone two;\n}\n");
    Ran ran = Ran.in(folder, "check", "--no-error-prone", "src");
    assertThat(ran.code()).isEqualTo(ExitCodes.FINDINGS);
    assertThat(ran.err())
        .isEqualTo("lockkeeper: not on the class path, taken as unknown: com.acme.Gone\n");
  }

  @Test
  void losesNoFileWhenAClassIsDeclaredTwice() throws IOException {
    write("one/Counter.java", "class Counter {\n  int next() {\n    return 1;\n  }\n}\n");
    write("one/User.java", locks("one"));
    write("two/Counter.java", "class Counter {\n  int following() {\n    return 1;\n  }\n}\n");
    write("two/Locks.java", locks("two").replace("class User", "class Locks"));
    write("two/Again.java", locks("two").replace("class User", "class Locks"));
    Ran ran = Ran.in(folder, "check", "one", "two", "src");
    assertThat(ran.code()).isEqualTo(ExitCodes.FINDINGS);
    assertThat(ran.err())
        .contains("some classes are declared in more than one file")
        .doesNotContain("not on the class path");
    assertThat(ran.out())
        .containsOnlyOnce("one/User.java:5:7: warning: [LockOrderInversion] ")
        .containsOnlyOnce("two/Locks.java:5:7: warning: [LockOrderInversion] ")
        .containsOnlyOnce("two/Again.java:5:7: warning: [LockOrderInversion] ")
        .containsOnlyOnce("src/demo/Cache.java:11:12: warning: [UnguardedCheckThenAct] ")
        .endsWith("\n4 findings (4 warnings) in 6 files\n");
  }

  /** Two locks in both orders, in a class that calls what only its own folder's Counter has. */
  private static String locks(String folder) {
    String call = folder.equals("one") ? "next" : "following";
    return """
    class User {
      private final Object first = new Object(), second = new Object();
      int up(Counter c) {
        synchronized (first) {
          synchronized (second) { return c.NAME(); }
        }
      }
      int down(Counter c) {
        synchronized (second) {
          synchronized (first) { return c.NAME(); }
        }
      }
    }
    """
        .replace("NAME", call);
  }

  @Test
  void knowsOurAnnotationsWithoutAClassPath() throws IOException {
    write(
        "src/demo/Lamp.java",
        """
        package demo;

        import org.lockkeeper.annotations.GuardedBy;

        class Lamp {
          private final Object lock = new Object();

          @GuardedBy("lock")
          private boolean on;

          void toggle() {
            on = !on;
          }
        }
        """);
    Ran ran = Ran.in(folder, "check", "src/demo/Lamp.java");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("[UnguardedAccess]");
  }

  @Test
  void knowsLibrariesByTheirOutlines() throws IOException {
    write("src/demo/Echo.java", HANDLER);
    Ran ran = Ran.in(folder, "check", "src/demo/Echo.java");
    assertThat(ran.out()).startsWith("src/demo/Echo.java:10:").contains("[BlockingInCooperative]");
    assertThat(ran.err())
        .isEqualTo(
            "lockkeeper: not on the class path, known by outline only: io.netty.buffer.ByteBuf,"
                + " io.netty.channel.ChannelHandlerContext,"
                + " io.netty.channel.SimpleChannelInboundHandler\n");
  }

  @Test
  void whatAnOutlineLacksIsNoErrorOfTheCode() throws IOException {
    write(
        "src/demo/Named.java",
        """
        package demo;

        class Named {
          String name(io.netty.channel.ChannelHandlerContext context) {
            return context.name();
          }
        }
        """);
    Ran ran = Ran.in(folder, "check", "src/demo/Named.java");
    assertThat(ran.err()).contains("known by outline only: ").doesNotContain("error");
  }

  @Test
  void takesLibrariesAsUnknownWhenAsked() throws IOException {
    write("src/demo/Echo.java", HANDLER);
    Ran ran = Ran.in(folder, "check", "--no-outlines", "src/demo/Echo.java");
    assertThat(ran.code()).isEqualTo(ExitCodes.CLEAN);
    assertThat(ran.err())
        .contains("taken as unknown: ")
        .contains("io.netty.channel.ChannelHandlerContext")
        .doesNotContain("outline");
  }

  @Test
  void prefersTheClassPathToOutlines() throws IOException {
    write("src/demo/Echo.java", HANDLER);
    for (String each : List.of("channel.ChannelHandlerContext", "buffer.ByteBuf")) {
      int dot = each.indexOf('.');
      String text = "package io.netty.%s; public interface %s {}";
      compile("lib", text.formatted(each.substring(0, dot), each.substring(dot + 1)));
    }
    compile(
        "lib",
        """
        package io.netty.channel;
        public abstract class SimpleChannelInboundHandler<I> {
          protected abstract void channelRead0(ChannelHandlerContext context, I message)
              throws Exception;
        }
        """);
    Ran ran = Ran.in(folder, "check", "-cp", "lib", "src/demo/Echo.java");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("[BlockingInCooperative]");
  }

  private void compile(String to, String text) throws IOException {
    String name = text.replaceFirst("(?s).*?(?:interface|class) (\\w+).*", "$1");
    write("given/" + name + ".java", text);
    String target = folder.resolve(to).toString();
    String file = folder.resolve("given/" + name + ".java").toString();
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", target, "-cp", target, file);
    assertThat(code).isZero();
  }

  @Test
  void writesTheReportWhereAsked() throws IOException {
    Ran ran = Ran.in(folder, "check", "--format=sarif", "--output", "out.sarif", "src");
    assertThat(ran)
        .isEqualTo(
            new Ran(ExitCodes.FINDINGS, "", "lockkeeper: 1 finding (1 warning) in 1 file\n"));
    assertThat(Files.readString(folder.resolve("out.sarif")))
        .isEqualTo(Ran.in(folder, "check", "--format=sarif", "src").out());
  }

  @Test
  void readsArgumentsFromAFile() throws IOException {
    write("args", "check\n--fail-on=never\nsrc\n");
    assertThat(Ran.in(folder, "@" + folder.resolve("args")).out()).contains("1 finding");
  }

  @Test
  void takesModelsFromTheClassPath() throws IOException {
    write("lib/META-INF/lockkeeper/a.facts", "demo.Cache  nonsense here\n");
    Ran ran = Ran.in(folder, "check", "-cp", "lib", "src");
    assertThat(ran.err()).startsWith("lockkeeper: left out a model: ").contains("a.facts:1:");
    assertThat(ran.code()).isEqualTo(ExitCodes.FINDINGS);
  }

  @Test
  void saysSoWhenItFailsItself() {
    PrintWriter full =
        new PrintWriter(Writer.nullWriter()) {
          @Override
          public void print(String text) {
            throw new IllegalStateException("nowhere to write");
          }
        };
    StringWriter err = new StringWriter();
    Io io = new Io(full, new PrintWriter(err), folder, false);
    assertThat(Main.run(io, "check", "src")).isEqualTo(ExitCodes.FAULT);
    assertThat(err.toString()).contains("internal fault: ").contains("nowhere to write");
    assertThat(err.toString()).doesNotContain("\tat ");
    assertThat(Main.run(io, "check", "--verbose", "src")).isEqualTo(ExitCodes.FAULT);
    assertThat(err.toString()).contains("\tat ");
  }

  private void refuses(String why, String... args) {
    Ran ran = Ran.in(folder, args);
    assertThat(ran.err()).contains(why);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
