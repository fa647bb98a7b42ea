package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lockkeeper.testing.Jars.Outcome;

/** What the plugin in plain javac knows of code that it does not compile. */
class JavacLibrariesTest {
  private static final String STORE =
      """
      package lib;

      public class Store {
        public static String load() {
          return new Object() {
            String slowly() {
              try {
                Thread.sleep(1000);
              } catch (InterruptedException e) {
                return "";
              }
              return "loaded";
            }
          }.slowly();
        }

        public static native void poke();
      }
      """;

  private static final String HELPER =
      """
      package app;

      class Helper {
        static String help() {
          return lib.Store.load();
        }
      }
      """;

  private static final String TASK =
      """
      package app;

      class Task {
        @org.lockkeeper.annotations.Cooperative
        String run() {
          return Helper.help();
        }
      }
      """;

  @TempDir Path work;
  private Path library;
  private Path classes;

  @BeforeEach
  void buildLibrary() throws IOException {
    Path out = Files.createDirectory(work.resolve("lib"));
    write("src/lib/Store.java", STORE);
    assertThat(javac(out, List.of(), "", "src/lib/Store.java").exit()).isZero();
    library = jar(out);
    classes = Files.createDirectory(work.resolve("classes"));
    write("src/app/Helper.java", HELPER);
    write("src/app/Task.java", TASK);
  }

  @Test
  void followsCallsIntoJarsAndNamesThem() {
    Outcome build = plugin("", "src/app/Helper.java", "src/app/Task.java");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.output())
        .containsOnlyOnce("warning: [BlockingInCooperative]")
        .contains("Task.java:6: ")
        .contains("`help` leads to `Thread.sleep` (Store.java:8 in store.jar)");
  }

  @Test
  void readsWhatWasCompiledBefore() {
    assertThat(plugin("", "src/app/Helper.java").output()).isEmpty();
    assertThat(plugin("", "src/app/Task.java").output())
        .containsOnlyOnce("warning: [BlockingInCooperative]")
        .contains("`help` leads to `Thread.sleep` (Store.java:8 in store.jar)")
        .contains("see Helper.java:5: calls load");
  }

  @Test
  void whatIsCompiledNowGoesBeforeWhatWasCompiledBefore() throws IOException {
    plugin("", "src/app/Helper.java");
    write("src/app/Helper.java", HELPER.replace("lib.Store.load()", "\"\""));
    assertThat(plugin("", "src/app/Helper.java", "src/app/Task.java").output()).isEmpty();
    assertThat(plugin("", "src/app/Task.java").output()).as("and then is").isEmpty();
  }

  @Test
  void readsTheFactsThatJarsBring() throws IOException {
    write(
        "src/app/Helper.java",
        HELPER.replace("return lib.Store.load()", "lib.Store.poke(); return \"\""));
    assertThat(plugin("", "src/app/Helper.java", "src/app/Task.java").output()).isEmpty();
    write("lib/META-INF/lockkeeper/store.facts", "lib.Store#poke()  blocks as net\n");
    jar(work.resolve("lib"));
    assertThat(plugin("", "src/app/Helper.java", "src/app/Task.java").output())
        .containsOnlyOnce("warning: [BlockingInCooperative]")
        .contains("`Store.poke`");
  }

  @Test
  void saysTheSameWithAndWithoutTheCache() throws IOException {
    String[] both = {"src/app/Helper.java", "src/app/Task.java"};
    String plain = plugin(" -cache off", both).output();
    assertThat(work.resolve("cache")).doesNotExist();
    assertThat(plugin("", both).output()).contains("Store.java:8 in store.jar").isEqualTo(plain);
    List<Path> kept = Repository.files(work.resolve("cache/lockkeeper"));
    assertThat(kept).as("the one jar with code").hasSize(1);
    assertThat(plugin("", both).output()).isEqualTo(plain);
    write(
        "src/lib/Store.java",
        STORE.replace("Thread.sleep(1000)", "if (false) throw new InterruptedException()"));
    assertThat(javac(work.resolve("lib"), List.of(), "", "src/lib/Store.java").exit()).isZero();
    jar(work.resolve("lib"));
    assertThat(plugin("", both).output()).as("another content").doesNotContain("Thread.sleep");
  }

  @Test
  void saysWhatItFollows() {
    assertThat(plugin(" -verbose", "src/app/Helper.java").output())
        .contains("follows calls into the class files of 1 jar or folder");
  }

  private Outcome plugin(String options, String... sources) {
    return javac(
        classes,
        List.of("-processorpath", Jars.plugin().toString(), "-Xplugin:Lockkeeper" + options),
        library + File.pathSeparator + classes,
        sources);
  }

  private Outcome javac(Path out, List<String> options, String classPath, String... sources) {
    List<String> command = new ArrayList<>(List.of(Jars.tool("javac"), "-g", "-d", out.toString()));
    command.addAll(options);
    String annotations = Jars.annotations().toString();
    command.addAll(List.of("-cp", annotations + File.pathSeparator + classPath));
    command.addAll(List.of(sources));
    return Jars.run(work, Map.of("XDG_CACHE_HOME", work.resolve("cache").toString()), command);
  }

  private Path jar(Path content) {
    Path jar = work.resolve("store.jar");
    List<String> command =
        List.of(Jars.tool("jar"), "--create", "--file", "" + jar, "-C", "" + content, ".");
    assertThat(Jars.run(work, Map.of(), command).exit()).isZero();
    return jar;
  }

  private void write(String file, String text) throws IOException {
    Path target = work.resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, text);
  }
}
