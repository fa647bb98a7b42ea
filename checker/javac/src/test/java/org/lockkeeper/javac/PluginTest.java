package org.lockkeeper.javac;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginTest {
  private static final String RACE =
      String.join(
          "\n",
          "import java.util.*; import java.util.concurrent.*;",
          "class T {",
          "  private final Map<String, String> map = new ConcurrentHashMap<>();",
          "  void put(String k) {",
          "    if (!map.containsKey(k)) {",
          "      map.put(k, k);",
          "    }",
          "  }",
          "}");

  @TempDir Path out;

  private boolean success;

  private List<Diagnostic<? extends JavaFileObject>> compile(
      List<String> options, String text, String... args) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Diagnostic<? extends JavaFileObject>> found = new ArrayList<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(out));
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, found::add, options, null, List.of(Sources.file("T.java", text)));
      new LockkeeperPlugin().init(task, args);
      success = task.call();
    }
    return found;
  }

  @Test
  void findingsAreWarningsAtTheirPlace() throws Exception {
    List<Diagnostic<? extends JavaFileObject>> found = compile(List.of(), RACE);
    assertThat(success).isTrue();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).getKind()).isEqualTo(Diagnostic.Kind.WARNING);
    assertThat(found.get(0).getLineNumber()).isEqualTo(6);
    assertThat(found.get(0).getColumnNumber()).isEqualTo(10);
    assertThat(found.get(0).getMessage(Locale.ROOT))
        .startsWith("[UnguardedCheckThenAct] ")
        .contains("thread 1")
        .contains("reported because");
  }

  @Test
  void theSameUnderASimpleCompilePolicy() throws Exception {
    assertThat(compile(List.of("-XDcompilePolicy=simple"), RACE)).hasSize(1);
  }

  @Test
  void errorsFailTheCompilation() throws Exception {
    List<Diagnostic<? extends JavaFileObject>> found =
        compile(List.of(), RACE, "-check", "UnguardedCheckThenAct=error");
    assertThat(found).extracting(Diagnostic::getKind).containsExactly(Diagnostic.Kind.ERROR);
    assertThat(success).isFalse();
  }

  @Test
  void checksCanBeSwitchedOffAndClassesLeftOut() throws Exception {
    assertThat(compile(List.of(), RACE, "-check", "UnguardedCheckThenAct=off")).isEmpty();
    assertThat(compile(List.of(), RACE, "-exclude", "T")).isEmpty();
    assertThat(compile(List.of(), RACE, "-only", "other.")).isEmpty();
  }

  @Test
  void suppressWarningsIsHonoured() throws Exception {
    String annotation = "@SuppressWarnings(\"UnguardedCheckThenAct\") ";
    assertThat(compile(List.of(), RACE.replace("  void put", annotation + "void put"))).isEmpty();
    assertThat(compile(List.of(), RACE.replace("class T", annotation + "class T"))).isEmpty();
  }

  @Test
  void aLocalVariablesSuppressionIsHonoured() throws Exception {
    String inLocal =
        RACE.replace(
            "map.put(k, k);",
            "@SuppressWarnings(\"UnguardedCheckThenAct\") String old = map.put(k, k);");
    assertThat(compile(List.of(), inLocal)).isEmpty();
  }

  @Test
  void aCompilationWithErrorsIsLeftToJavac() throws Exception {
    String wrong = RACE.replace("map.put(k, k);", "map.put(k, k); int i = \"\";");
    assertThat(compile(List.of(), wrong))
        .extracting(Diagnostic::getCode)
        .containsExactly("compiler.err.prob.found.req");
    String flow = RACE.replace("map.put(k, k);", "map.put(k, k); int i; i++;");
    assertThat(compile(List.of(), flow))
        .extracting(Diagnostic::getCode)
        .containsExactly("compiler.err.var.might.not.have.been.initialized");
  }

  @Test
  void wrongOptionsAreErrorsThatListTheRightOnes() throws Exception {
    for (String[] wrong :
        new String[][] {
          {"-chekc", "X"},
          {"-check", "NoSuchCheck=off"},
          {"-check"},
          {"-models", "no/such/file"},
          {"-check", "UnguardedCheckThenAct=loud"}
        }) {
      List<Diagnostic<? extends JavaFileObject>> found = compile(List.of(), RACE, wrong);
      assertThat(success).isFalse();
      assertThat(found).hasSize(1);
      assertThat(found.get(0).getMessage(Locale.ROOT))
          .contains("-check NAME=off|note|warning|error")
          .contains("UnguardedCheckThenAct");
    }
  }

  @Test
  void modelsThatCannotBeReadAreRefusedWithTheReason() throws Exception {
    Path latin = Files.write(out.resolve("latin.facts"), new byte[] {'#', (byte) 0xe4, '\n'});
    assertThat(refusal("no.facts")).contains("models from no.facts: no such file below /");
    assertThat(refusal(out.toString())).contains("models from " + out + ": it is a folder");
    assertThat(refusal(latin.toString())).contains(".facts: it is not in UTF-8");
  }

  private String refusal(String models) throws Exception {
    return compile(List.of(), RACE, "-models", models).get(0).getMessage(Locale.ROOT);
  }
}
