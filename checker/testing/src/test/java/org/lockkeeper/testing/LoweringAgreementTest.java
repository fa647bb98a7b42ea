package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lockkeeper.check.Program;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;

/**
 * The doors may lower differently, but each method calls, reads, writes, creates and locks the same
 * things, and calls methods and locks on the same lines.
 */
class LoweringAgreementTest {
  /** No cases: fakes, and projects with class paths of their own. */
  private static final Set<Path> OTHERS = Set.of(Path.of("stubs"), Path.of("builds"));

  @TestFactory
  Stream<DynamicTest> cases() {
    return Case.list(Repository.root().resolve("testdata")).stream()
        .filter(folder -> Files.isDirectory(folder) && !OTHERS.contains(folder.getFileName()))
        .flatMap(
            folder ->
                Case.in(folder).stream()
                    .filter(LoweringAgreementTest::runs)
                    .map(each -> test(folder, each)));
  }

  private static boolean runs(Case each) {
    return each.release() <= Runtime.version().feature();
  }

  private static DynamicTest test(Path folder, Case each) {
    return DynamicTest.dynamicTest(
        folder.getFileName() + " " + each.name(),
        () -> {
          SortedSet<String> source = lowered(each, Door.SOURCE);
          SortedSet<String> bytecode = lowered(each, Door.BYTECODE);
          assertThat(minus(source, bytecode)).as("only in source").isEmpty();
          assertThat(minus(bytecode, source)).as("only in bytecode").isEmpty();
        });
  }

  private static SortedSet<String> minus(SortedSet<String> all, SortedSet<String> others) {
    SortedSet<String> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }

  private static SortedSet<String> lowered(Case each, Door door) {
    return door.open(each, ClassPath.entries(), LoweringAgreementTest::operations);
  }

  private static SortedSet<String> operations(Program program) {
    SortedSet<String> all = new TreeSet<>();
    for (ClassInfo type : program.classes()) {
      Map<MethodRef, MethodRef> enclosing = new HashMap<>();
      type.methods().forEach(m -> m.enclosing().ifPresent(e -> enclosing.put(m.ref(), e)));
      for (MethodInfo method : type.methods()) {
        MethodRef top = method.ref();
        while (enclosing.containsKey(top)) {
          top = enclosing.get(top);
        }
        String where = top.key() + (method.isLambda() ? " lambda " : " ");
        method
            .body()
            .ifPresent(
                body -> {
                  for (Block block : body.blocks()) {
                    block.ops().forEach(op -> describe(op).ifPresent(d -> all.add(where + d)));
                  }
                });
      }
    }
    return all;
  }

  private static Optional<String> describe(Op op) {
    String line = " line " + op.site().line();
    if (op instanceof Op.Call call) {
      // Class files do not tell whether the source or the compiler boxes.
      if (call.method().key().matches("java\\.lang\\.\\w+#(valueOf\\(\\w+|\\w+Value\\()\\)")) {
        return Optional.empty();
      }
      // A line table need not tell on which line of a statement an object is made.
      String at = call.method().isConstructor() ? "" : line;
      return Optional.of("calls " + call.dispatch() + " " + call.method().key() + at);
    }
    if (op instanceof Op.Read read) {
      return Optional.of("reads " + read.slot().field());
    }
    if (op instanceof Op.Write write) {
      return Optional.of("writes " + write.slot().field());
    }
    if (op instanceof Op.New made) {
      String what = made.type().endsWith("[]") ? "an array" : made.type();
      return Optional.of(
          "makes " + what + made.function().map(LoweringAgreementTest::function).orElse(""));
    }
    return op instanceof Op.Enter ? Optional.of("enters" + line) : Optional.empty();
  }

  private static String function(Op.Function function) {
    String target = function.body() ? "a body" : function.target().key();
    return " of " + target + " with " + function.captures().size();
  }
}
