package org.lockkeeper.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value.Var;

class NestedClassesTest {
  @TempDir Path folder;

  private Snippet compile(String members, String... options) {
    return Snippet.of(folder, "class T {\n" + members + "\n}", options);
  }

  @Test
  void lambdasBelongToTheMethodAround() {
    Snippet s = compile("int n; Runnable f(String a) { return () -> g(a); } void g(String s) {}");
    Op.New made = s.ops("f", Op.New.class).get(0);
    assertThat(made.type()).isEqualTo("java.lang.Runnable");
    Op.Function function = made.function().orElseThrow();
    assertThat(function.body()).isTrue();
    assertThat(function.captures()).containsExactlyElementsOf(s.body("f").params());
    List<MethodInfo> methods = s.type("T").methods();
    MethodInfo lambda = s.method("T", "lambda$f");
    assertThat(methods.indexOf(lambda)).isEqualTo(methods.indexOf(s.method("T", "f")) + 1);
    assertThat(lambda.enclosing()).contains(s.method("T", "f").ref());
    assertThat(function.target()).isEqualTo(lambda.ref());
  }

  @Test
  void methodReferencesNameTheirMethod() {
    Snippet s = compile("Runnable f(Thread t) { return t::start; }");
    Op.Function function = s.ops("f", Op.New.class).get(0).function().orElseThrow();
    assertThat(function.body()).isFalse();
    assertThat(function.target().key()).isEqualTo("java.lang.Thread#start()");
    assertThat(function.captures()).containsExactly(s.body("f").params().get(1));
    assertThat(s.calls("f")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "17"})
  void anonymousClassesReadWhatTheyCapture(String release) {
    Snippet s =
        compile(
            "int n; Runnable f(String a) { return new Runnable() {"
                + " public void run() { g(a + n); } }; } void g(String s) {}",
            "--release",
            release);
    assertThat(s.calls("f")).containsExactly("<init>()");
    assertThat(s.ops("f", Op.Write.class))
        .extracting(w -> w.slot().field().key())
        .containsExactlyInAnyOrder("T$1#this$0", "T$1#val$a");
    assertThat(s.type("T$1").fields())
        .extracting(FieldInfo::ref)
        .extracting(f -> f.name())
        .containsExactlyInAnyOrder("this$0", "val$a");
    MethodInfo constructor = s.method("T$1", "<init>");
    assertThat(constructor.params()).isEmpty();
    assertThat(Snippet.ops(constructor.body().orElseThrow())).noneMatch(Op.Write.class::isInstance);
    assertThat(s.type("T$1").enclosingMethod()).contains(s.method("T", "f").ref());
  }

  @Test
  void constructorsOfInnerClassesReadTheOuterInstance() {
    Snippet s =
        compile("int n; class I { int m; I(int k) { m = n + k; } } I f() { return new I(2); }");
    assertThat(s.calls("f")).containsExactly("<init>(int)");
    MethodInfo constructor = s.method("T$I", "<init>");
    assertThat(constructor.body().orElseThrow().params())
        .extracting(Var::name)
        .containsExactly("this", "k");
    assertThat(Snippet.ops(constructor.body().orElseThrow()))
        .filteredOn(Op.Read.class::isInstance)
        .extracting(o -> ((Op.Read) o).slot().field().key())
        .containsExactly("T$I#this$0", "T#n");
  }

  @Test
  void accessorsAreSeenThrough() {
    Snippet s =
        compile(
            "private int n; private void g() {} private static class P { private P(long a) {} }"
                + " class I { void f() { n++; g(); } } P make() { return new P(1L); }",
            "--release",
            "8");
    List<Op> ops = Snippet.ops(s.method("T$I", "f").body().orElseThrow());
    assertThat(ops).filteredOn(Op.Write.class::isInstance).hasSize(1);
    assertThat(ops)
        .filteredOn(Op.Call.class::isInstance)
        .extracting(o -> ((Op.Call) o).method().key())
        .containsExactly("T#g()");
    assertThat(s.calls("make")).containsExactly("<init>(long)");
    assertThat(s.type("T").methods())
        .extracting(m -> m.ref().name())
        .containsExactly("<init>", "g", "make");
  }

  @Test
  void privateMembersOfNestMatesAreNotOverridden() {
    Snippet s = compile("private void g() {} class I { void f() { g(); } }");
    assertThat(Snippet.ops(s.method("T$I", "f").body().orElseThrow()))
        .filteredOn(Op.Call.class::isInstance)
        .extracting(o -> ((Op.Call) o).dispatch())
        .containsExactly(Op.Dispatch.SPECIAL);
  }

  @Test
  void bridgesAreNotThere() {
    Snippet s =
        compile("class C implements Comparable<C> { public int compareTo(C o) { return 0; } }");
    assertThat(s.type("T$C").methods())
        .extracting(m -> m.ref().signature())
        .containsExactly("<init>()", "compareTo(C)");
  }

  @Test
  void typeVariablesAreNoted() {
    Snippet s = compile("<X> void f(X x, java.util.List<X> l, X[] a, String s) {}");
    assertThat(s.method("T", "f").params())
        .extracting(p -> p.generic())
        .containsExactly(true, false, true, false);
  }

  @Test
  void enumConstructorsHaveTheirOwnParameters() {
    Snippet s = compile("enum E { A(1) { void f() {} }, B(2); E(int n) {} void f() {} }");
    assertThat(s.method("T$E", "<init>").ref().signature()).isEqualTo("<init>(int)");
    assertThat(Snippet.ops(s.method("T$E", "<clinit>").body().orElseThrow()))
        .filteredOn(Op.Call.class::isInstance)
        .extracting(o -> ((Op.Call) o).method().key())
        .containsExactly("T$E$1#<init>(int)", "T$E#<init>(int)");
  }

  @Test
  void classesKnowTheMethodAround() {
    Snippet s =
        compile(
            "static Runnable a = new Runnable() { public void run() {} };class I { Runnable b;"
                + " I(int n) { b = new Runnable() { public void run() {} }; } }");
    assertThat(s.type("T$1").enclosingMethod()).contains(s.method("T", "<clinit>").ref());
    assertThat(s.type("T$I$1").enclosingMethod()).contains(s.method("T$I", "<init>").ref());
  }
}
