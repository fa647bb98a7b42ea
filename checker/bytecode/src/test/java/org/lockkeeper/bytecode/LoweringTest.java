package org.lockkeeper.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Op.Relation;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;
import org.lockkeeper.ir.Value.Var;

class LoweringTest {
  @TempDir Path folder;

  private Snippet compile(String members, String... options) {
    return Snippet.of(folder, "class T {\n" + members + "\n}", options);
  }

  @Test
  void parametersAndLocalsHaveTheirNames() {
    Snippet s = compile("long f; long sum(long a, int b) { long c = a + b; return c + f; }");
    MethodBody body = s.body("sum");
    assertThat(body.params()).extracting(Var::name).containsExactly("this", "a", "b");
    assertThat(body.params()).extracting(Var::type).containsExactly("T", "long", "int");
    assertThat(s.ops("sum", Op.Copy.class)).extracting(c -> c.to().name()).contains("c");
    assertThat(s.ops("sum", Op.Read.class))
        .singleElement()
        .satisfies(r -> assertThat(r.slot().base()).contains(body.params().get(0)));
  }

  @Test
  void aSlotUsedTwiceIsTwoVariables() {
    Snippet s =
        compile(
            "void f(boolean c) { if (c) { int i = 1; g(i); } else { String t = \"x\"; g(t); } }"
                + "void g(Object o) {}");
    assertThat(s.ops("f", Op.Copy.class).stream().map(Op.Copy::to).filter(v -> !v.name().isEmpty()))
        .extracting(Var::name)
        .containsExactly("i", "t");
  }

  @Test
  void namelessSlotsAreTornApartByWhatReachesThem() {
    Snippet s =
        compile(
            "void f(Object a, String b) { synchronized (a) { g(); } synchronized (b) { g(); } }"
                + "void g() {}",
            "-g:none");
    assertThat(s.ops("f", Op.Enter.class))
        .extracting(e -> e.lock().type())
        .containsExactly("java.lang.Object", "java.lang.String");
    assertThat(s.ops("f", Op.Enter.class).get(0).lock())
        .isNotEqualTo(s.ops("f", Op.Enter.class).get(1).lock());
  }

  @Test
  void monitorsAreLeftOnEveryWay() {
    Snippet s = compile("Object l; int f; int get() { synchronized (l) { return f; } }");
    List<Op.Enter> enters = s.ops("get", Op.Enter.class);
    assertThat(enters).hasSize(1);
    assertThat(s.ops("get", Op.Exit.class))
        .hasSize(2)
        .allSatisfy(e -> assertThat(e.lock()).isEqualTo(enters.get(0).lock()));
    for (Block block : s.body("get").blocks()) {
      assertThat(block.handlers()).extracting(Block.Handler::target).doesNotContain(block.index());
    }
    Set<Integer> targets = new TreeSet<>();
    s.body("get").blocks().forEach(b -> b.handlers().forEach(h -> targets.add(h.target())));
    assertThat(targets).hasSize(1);
    Block handler = s.body("get").blocks().get(targets.iterator().next());
    assertThat(handler.handlers()).isEmpty();
    assertThat(handler.ops().get(0))
        .isInstanceOfSatisfying(Op.Copy.class, c -> assertThat(c.operator()).isEqualTo("catch"));
  }

  @Test
  void innerHandlersComeFirst() {
    Snippet s =
        compile(
            "void f() { try { try { g(); } catch (IllegalStateException e) { g(); } }"
                + " catch (RuntimeException e) { } } void g() {}");
    assertThat(s.body("f").blocks().get(0).handlers())
        .extracting(Block.Handler::type)
        .containsExactly("java.lang.IllegalStateException", "java.lang.RuntimeException");
  }

  @Test
  void finallyIsThereOncePerWay() {
    Snippet s = compile("void f() { try { g(); } finally { h(); } } void g() {} void h() {}");
    assertThat(s.calls("f")).containsExactly("g()", "h()", "h()");
    assertThat(s.ops("f", Op.Return.class)).extracting(Op.Return::thrown).contains(true, false);
  }

  @Test
  void aConditionAsValueJoinsInOneBoolean() {
    Snippet s = compile("boolean f(int a, int b) { return a < b || b == 3; }");
    Op.Return last =
        s.ops("f", Op.Return.class).stream().reduce((first, second) -> second).orElseThrow();
    assertThat(last.value()).get().extracting(Value::type).isEqualTo("boolean");
    assertThat(s.ops("f", Op.Copy.class))
        .filteredOn(c -> c.to().equals(last.value().orElseThrow()))
        .extracting(c -> c.from().get(0))
        .containsExactlyInAnyOrder(Const.TRUE, Const.FALSE);
  }

  @Test
  void comparisonsBecomeDirectRelations() {
    Snippet s = compile("int f(long a, long b) { if (a < b) return 1; return 0; }");
    Var a = s.body("f").params().get(1);
    assertThat(s.tests("f").get(0))
        .satisfies(t -> assertThat(t.left()).isEqualTo(a))
        .satisfies(t -> assertThat(t.relation()).isEqualTo(Relation.LT));
    assertThat(s.ops("f", Op.Copy.class)).isEmpty();
  }

  @Test
  void booleansAreTestedForTruth() {
    Snippet s = compile("boolean stop; void f() { while (!stop) { g(); } } void g() {}");
    assertThat(s.tests("f"))
        .allSatisfy(t -> assertThat(t.relation()).isEqualTo(Relation.EQ))
        .extracting(Op.Test::right)
        .containsExactlyInAnyOrder(Const.TRUE, Const.FALSE);
  }

  @Test
  void constantsAreTestedOnTheRight() {
    Snippet s = compile("void f(Object o, int n) { if (null == o || 3 < n) { f(null, 0); } }");
    assertThat(s.tests("f")).filteredOn(t -> t.right() == Const.NULL).hasSize(2);
    assertThat(s.tests("f"))
        .filteredOn(t -> t.right() != Const.NULL)
        .allMatch(t -> t.left().equals(s.body("f").params().get(2)))
        .extracting(Op.Test::relation)
        .containsExactlyInAnyOrder(Relation.GT, Relation.LE);
  }

  @Test
  void theStackKeepsWhatAVariableWas() {
    Snippet s = compile("int f(int i) { return i++ * 2; }");
    Op.Copy product =
        s.ops("f", Op.Copy.class).stream()
            .filter(c -> c.operator().equals("*"))
            .findFirst()
            .orElseThrow();
    assertThat(product.from().get(0)).isNotEqualTo(s.body("f").params().get(1));
  }

  @Test
  void switchesHaveTheConstantsOfTheSource() {
    Snippet s =
        compile(
            "enum E { A, B }"
                + "int f(String t) { switch (t) { case \"Aa\": return 1; case \"BB\": return 2;"
                + " default: return 3; } }"
                + "int g(E e) { switch (e) { case B: return 1; default: return 2; } }");
    assertThat(s.tests("f"))
        .extracting(t -> t.right().toString())
        .containsExactly("\"Aa\"", "\"BB\"");
    assertThat(s.calls("f")).isEmpty();
    assertThat(s.tests("g")).extracting(t -> t.right().toString()).containsExactly("\"B\"");
    assertThat(s.ops("g", Op.Read.class)).isEmpty();
    assertThat(s.program().classes()).extracting(c -> c.name()).containsExactly("T", "T$E");
  }

  @Test
  void boxingConcatenationAndAssertionsLeaveNoCalls() {
    Snippet s =
        compile(
            "String f(Integer a, Object o) { int b = a + 1; Integer c = b; assert b > 0;"
                + " return \"x\" + o + c; }");
    assertThat(s.calls("f")).isEmpty();
    assertThat(s.ops("f", Op.Copy.class)).extracting(Op.Copy::operator).contains("concat");
    assertThat(s.type("T").methods())
        .extracting(m -> m.ref().name())
        .containsExactly("<init>", "f");
    assertThat(s.type("T").fields()).isEmpty();
  }

  @Test
  void polymorphicCallsHaveTheirDeclaredSignature() {
    Snippet s =
        compile("boolean f(java.lang.invoke.VarHandle h) { return h.compareAndSet(this, 1, 2); }");
    assertThat(s.calls("f")).containsExactly("compareAndSet(Object[])");
  }
}
