package org.lockkeeper.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;

class LoweringTest {

  @Test
  void monitorIsReleasedOnEveryWayOut() {
    MethodBody body =
        Sources.m(
            "int f;",
            "int m(boolean b) {",
            "  while (true) {",
            "    synchronized (this) {",
            "      if (b) return f;",
            "      if (f > 1) break;",
            "      if (f > 2) continue;",
            "      f++;",
            "    }",
            "  }",
            "  return 0;",
            "}");
    List<Op> ops = body.blocks().stream().flatMap(b -> b.ops().stream()).toList();
    assertThat(ops.stream().filter(Op.Enter.class::isInstance)).hasSize(1);
    assertThat(ops.stream().filter(Op.Exit.class::isInstance))
        .as("return, break, continue, normal end, exception")
        .hasSize(5);
    for (List<String> path : Sources.paths(body)) {
      long enters = path.stream().filter(s -> s.startsWith("enter")).count();
      long exits = path.stream().filter(s -> s.startsWith("exit")).count();
      assertThat(exits).as("on %s", path).isEqualTo(enters);
    }
  }

  @Test
  void monitorBodyHandsExceptionsToARelease() {
    MethodBody body = Sources.m("void m(Object o) { synchronized (o) { o.hashCode(); } }");
    Block inside =
        body.blocks().stream()
            .filter(b -> b.ops().stream().anyMatch(Op.Call.class::isInstance))
            .findFirst()
            .orElseThrow();
    assertThat(inside.handlers()).extracting(Block.Handler::type).containsExactly(Names.THROWABLE);
    Block release = body.blocks().get(inside.handlers().get(0).target());
    assertThat(release.handlers()).isEmpty();
    assertThat(release.ops()).hasSize(3);
    assertThat(release.ops().get(1)).isInstanceOf(Op.Exit.class);
    assertThat(((Op.Return) release.ops().get(2)).thrown()).isTrue();
  }

  @Test
  void finallyRunsBeforeABreakOutOfIt() {
    MethodBody body =
        Sources.m(
            "int f;",
            "void m() {",
            "  out:",
            "  for (int i = 0; i < 3; i++) {",
            "    try { if (i == 1) break out; f = 1; } finally { f = 2; }",
            "  }",
            "  f = 3;",
            "}");
    assertThat(Sources.ops(body)).filteredOn(s -> s.equals("this.f = 2")).hasSize(3);
    assertThat(Sources.paths(body))
        .anySatisfy(
            path ->
                assertThat(path)
                    .containsSubsequence("if i EQ 1", "this.f = 2", "this.f = 3")
                    .doesNotContain("this.f = 1"));
  }

  @Test
  void returnValueIsComputedBeforeFinally() {
    MethodBody body = Sources.m("int f; int m() { try { return f; } finally { f = 2; } }");
    List<String> path = Sources.paths(body).get(0);
    assertThat(path.get(0)).endsWith("= this.f");
    assertThat(path).containsSubsequence("this.f = 2");
    assertThat(path.get(path.size() - 1)).startsWith("return t");
  }

  @Test
  void resourcesAreClosedLastFirstAndTestedForNull() {
    MethodBody body =
        Sources.m(
            "interface R extends AutoCloseable { void close(); }",
            "static R open() { return null; }",
            "static class Q implements R { public void close() {} }",
            "void m() { try (R a = open(); Q b = new Q()) { hashCode(); } }");
    assertThat(Sources.paths(body))
        .anySatisfy(
            path ->
                assertThat(path)
                    .containsSubsequence(
                        "VIRTUAL T$Q#close()[b]", "if a NE null", "VIRTUAL T$R#close()[a]"))
        .anySatisfy(
            path ->
                assertThat(path)
                    .containsSubsequence("VIRTUAL T$Q#close()[b]", "if a EQ null")
                    .doesNotContain("VIRTUAL T$R#close()[a]"));
  }

  @Test
  void catchClausesComeBeforeThoseAround() {
    MethodBody body =
        Sources.m(
            "void m() {",
            "  try {",
            "    try { hashCode(); } catch (IllegalStateException | IllegalArgumentException e) {"
                + " }",
            "  } catch (RuntimeException e) { toString(); } finally { notify(); }",
            "}");
    Block inside = body.blocks().get(body.blocks().get(0).next().get(0).target());
    assertThat(inside.handlers())
        .extracting(Block.Handler::type)
        .containsExactly(
            "java.lang.IllegalStateException",
            "java.lang.IllegalArgumentException",
            "java.lang.RuntimeException",
            "java.lang.Throwable");
  }

  @Test
  void conditionsBecomeEdges() {
    MethodBody body =
        Sources.m("boolean p, q; int m(Object o) { return !(p && o == null) || q ? 1 : 2; }");
    assertThat(Sources.paths(body)).hasSize(4);
    assertThat(Sources.paths(body))
        .anySatisfy(path -> assertThat(path).containsSubsequence("if o NE null"))
        .anySatisfy(path -> assertThat(path).anyMatch(s -> s.endsWith("EQ false")));
  }

  @Test
  void loopHeadsKnowTheirStatement() {
    MethodBody body =
        Sources.m(
            "void m(List<String> l, int[] a) {",
            "  while (l.isEmpty()) l.clear();",
            "  do { l.clear(); } while (l.isEmpty());",
            "  for (String s : l) s.trim();",
            "  for (int i : a) l.clear();",
            "  for (;;) l.clear();",
            "}");
    assertThat(body.blocks().stream().flatMap(b -> b.loop().stream()).map(Object::toString))
        .containsExactlyInAnyOrder(
            "T.java:3:3", "T.java:4:3", "T.java:5:3", "T.java:6:3", "T.java:7:3");
  }

  @Test
  void constantConditionsLeaveOneWay() {
    MethodBody body =
        Sources.m(
            "static final boolean ON = false; void m() { if (ON) wait1(); while (true) wait1(); }"
                + " void wait1() {}");
    assertThat(body.blocks().stream().flatMap(b -> b.next().stream()))
        .allMatch(edge -> edge.test().isEmpty());
    assertThat(Sources.ops(body)).hasSize(1);
  }

  @Test
  void switchOverEnumsTestsNames() {
    MethodBody body =
        Sources.m(
            "enum E { A, B, C }",
            "int m(E e) { return switch (e) { case A, B -> 1; default -> { yield 2; } }; }");
    assertThat(body.blocks().get(0).next())
        .extracting(edge -> edge.test().map(Dump::of).orElse("else"))
        .containsExactly("e EQ \"A\"", "e EQ \"B\"", "else");
  }

  @Test
  void oldSwitchFallsThrough() {
    MethodBody body =
        Sources.m(
            "int f; void m(int i) { switch (i) { case 1: f = 1; case 2: f = 2; break; default: f ="
                + " 3; } }");
    assertThat(Sources.paths(body))
        .anySatisfy(p -> assertThat(p).containsSubsequence("if i EQ 1", "this.f = 1", "this.f = 2"))
        .anySatisfy(p -> assertThat(p).contains("this.f = 3").doesNotContain("this.f = 2"));
  }

  @Test
  void fieldInitialisersRunInEachConstructorThatCallsSuper() {
    ClassInfo type =
        Sources.members(
            "Object a = new Object();",
            "{ b(); }",
            "T() { b(); }",
            "T(int i) { this(); }",
            "void b() {}");
    List<MethodInfo> constructors =
        type.methods().stream().filter(m -> m.ref().isConstructor()).toList();
    assertThat(Sources.ops(constructors.get(0).body().orElseThrow()))
        .filteredOn(s -> !s.contains("= new"))
        .containsExactly(
            "SPECIAL java.lang.Object#<init>()[this]",
            "SPECIAL java.lang.Object#<init>()[t1]",
            "this.a = t1",
            "VIRTUAL T#b()[this]",
            "VIRTUAL T#b()[this]",
            "return ");
    assertThat(Sources.ops(constructors.get(1).body().orElseThrow()))
        .containsExactly("SPECIAL T#<init>()[this]", "return ");
  }

  @Test
  void lambdasCaptureTheirSurroundings() {
    ClassInfo type =
        Sources.members(
            "int f;",
            "void m(int p) { int q = p; Runnable r = () -> { f = q; Runnable s = () -> p(p); }; }",
            "static void p(int i) {}");
    Op.New made =
        (Op.New)
            Sources.body(type, "m").blocks().get(0).ops().stream()
                .filter(Op.New.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertThat(made.type()).isEqualTo("java.lang.Runnable");
    Op.Function function = made.function().orElseThrow();
    assertThat(function.captures()).hasToString("[this, q, p]");
    assertThat(function.dispatch()).isEqualTo(Op.Dispatch.SPECIAL);
    assertThat(type.methods())
        .extracting(m -> m.ref().name())
        .containsExactly("<init>", "m", "lambda$m$0", "lambda$m$1", "p");
    MethodInfo inner = type.methods().get(3);
    assertThat(inner.isStatic()).isTrue();
    assertThat(inner.enclosing()).contains(type.methods().get(2).ref());
    assertThat(Sources.ops(inner.body().orElseThrow()))
        .containsExactly("STATIC T#p(int)[p]", "return ");
  }

  @Test
  void lambdaInAFinallyBlockIsOneMethod() {
    ClassInfo type =
        Sources.members("void m() { try { hashCode(); } finally { Runnable r = () -> {}; } }");
    assertThat(type.methods()).filteredOn(MethodInfo::isLambda).hasSize(1);
  }

  @Test
  void anonymousClassesKeepLocalsAndTheInstanceAround() {
    SourceDoor.Result result =
        Sources.read(
            "class T { int f; Runnable m(int p) {",
            "  return new Runnable() { public void run() { f = p; } }; } }");
    assertThat(Sources.ops(Sources.body(Sources.type(result, "T"), "m")))
        .containsExactly(
            "t2 = new T$1",
            "SPECIAL T$1#<init>()[t2]",
            "t2.this$0 = this",
            "t2.val$p = p",
            "return t2");
    ClassInfo anonymous = Sources.type(result, "T$1");
    assertThat(anonymous.fields())
        .extracting(FieldInfo::ref)
        .extracting(Object::toString)
        .containsExactly("T$1#this$0", "T$1#val$p");
    assertThat(anonymous.enclosingMethod()).map(MethodRef::name).contains("m");
    assertThat(Sources.ops(Sources.body(anonymous, "run")))
        .containsExactly("t1 = this.this$0", "t2 = this.val$p", "t1.f = t2", "return ");
  }

  @Test
  void localClassCreatedInALambdaBringsItsCapturesAlong() {
    ClassInfo type =
        Sources.members(
            "void m(int p) { class L { int g() { return p; } } Runnable r = () -> new L(); }");
    MethodInfo lambda =
        type.methods().stream().filter(MethodInfo::isLambda).findFirst().orElseThrow();
    assertThat(lambda.params()).extracting(MethodInfo.Param::name).containsExactly("p");
    assertThat(Sources.ops(lambda.body().orElseThrow())).contains("t2.val$p = p");
  }

  @Test
  void innerClassesAreCreatedInAnInstance() {
    ClassInfo type =
        Sources.members("class I {}", "static void m(T t) { t.new I(); }", "void n() { new I(); }");
    assertThat(Sources.ops(Sources.body(type, "m"))).contains("t1.this$0 = t");
    assertThat(Sources.ops(Sources.body(type, "n"))).contains("t1.this$0 = this");
  }

  @Test
  void localSubclassesBringWhatTheirSuperclassCaptured() {
    SourceDoor.Result result =
        Sources.read(
            "class T { void m(int p) {",
            "  class A { int g() { return p; } }",
            "  class B extends A {}",
            "  new B(); } }");
    assertThat(Sources.ops(Sources.body(Sources.type(result, "T"), "m")))
        .contains("t2.this$0 = this", "t2.val$p = p");
    assertThat(Sources.ops(Sources.body(Sources.type(result, "T$1B"), "<init>")))
        .filteredOn(s -> s.contains("="))
        .containsExactly(
            "t1 = this.this$0", "this.this$0 = t1", "t2 = this.val$p", "this.val$p = t2");
  }

  @Test
  void superclassThatIsInnerGetsItsInstance() {
    SourceDoor.Result result =
        Sources.read(
            "class T { class A {} class B extends A {} static class C extends A {",
            "  C(T t) { t.super(); } } }");
    assertThat(Sources.ops(Sources.body(Sources.type(result, "T$B"), "<init>")))
        .containsSubsequence("t1 = this.this$0", "this.this$0 = t1");
    assertThat(Sources.ops(Sources.body(Sources.type(result, "T$C"), "<init>")))
        .containsSubsequence("this.this$0 = t");
  }

  @Test
  void compactConstructorsAssignTheirComponentsLast() {
    SourceDoor.Result result =
        Sources.read("record T(int a, String b) { T { if (a < 0) throw new Error(); } }");
    MethodBody body = Sources.body(Sources.type(result, "T"), "<init>");
    assertThat(Sources.paths(body))
        .anySatisfy(
            p -> assertThat(p).containsSubsequence("if a GE 0", "this.a = a", "this.b = b"));
    assertThat(Sources.ops(Sources.body(Sources.type(result, "T"), "b")))
        .containsExactly("t1 = this.b", "return t1");
  }

  @Test
  void explicitCanonicalConstructorsAreLeftAlone() {
    SourceDoor.Result result = Sources.read("record T(int a) { T(int a) { this.a = a + 1; } }");
    MethodBody body = Sources.body(Sources.type(result, "T"), "<init>");
    assertThat(Sources.ops(body)).filteredOn(s -> s.startsWith("this.a =")).hasSize(1);
  }

  @Test
  void enumConstantsAreMadeInTheStaticInitialiser() {
    SourceDoor.Result result = Sources.read("enum T { A, B { void x() {} }; void x() {} }");
    assertThat(Sources.ops(Sources.body(Sources.type(result, "T"), "<clinit>")))
        .containsSubsequence("T.A = t0", "t1 = new T$1", "T.B = t1");
    assertThat(Sources.type(result, "T$1").superName()).contains("T");
  }

  @Test
  void receiverOfAnIntersectionIsTheBoundThatHasTheMethod() {
    MethodBody body =
        Sources.m(
            "<X extends Comparable<X> & Runnable> void m(X x) { x.run(); x.compareTo(x);"
                + " x.hashCode(); }");
    assertThat(Sources.ops(body))
        .containsSubsequence(
            "VIRTUAL java.lang.Runnable#run()[x]",
            "t2 = VIRTUAL java.lang.Comparable#compareTo(Object)[x, x]",
            "t3 = VIRTUAL java.lang.Object#hashCode()[x]");
  }

  @Test
  void ownersAreReceiverTypes() {
    MethodBody body =
        Sources.m(
            "void m(TreeMap<String, int[]> map, int[] a) { map.get(\"\"); map.hashCode();"
                + " a.clone(); Objects.hash(1, 2); }");
    assertThat(Sources.ops(body))
        .containsSubsequence(
            "t3 = VIRTUAL java.util.TreeMap#get(Object)[map, \"\"]",
            "t4 = VIRTUAL java.util.TreeMap#hashCode()[map]",
            "t5 = VIRTUAL java.lang.Object#clone()[a]",
            "t6 = new Object[]");
  }

  @Test
  void superAndInterfaceSuperCallsAreSpecial() {
    SourceDoor.Result result =
        Sources.read(
            "interface I { default void a() {} }",
            "class T implements I { public void a() { I.super.a(); super.toString(); } }");
    assertThat(Sources.ops(Sources.body(Sources.type(result, "T"), "a")))
        .contains("SPECIAL I#a()[this]", "t1 = SPECIAL java.lang.Object#toString()[this]");
  }

  @Test
  void methodReferencesNameTheirMethod() {
    MethodBody body =
        Sources.m(
            "void m(List<String> l) {",
            "  java.util.function.Function<String, Integer> a = String::length;",
            "  java.util.function.Predicate<String> b = l::add;",
            "  java.util.function.Supplier<Object> c = Object::new;",
            "  Runnable d = Thread::yield;",
            "}");
    assertThat(Sources.ops(body))
        .filteredOn(s -> s.contains("= new"))
        .containsExactly(
            "t3 = new Function VIRTUAL java.lang.String#length()[]",
            "t5 = new Predicate VIRTUAL java.util.List#add(Object)[l]",
            "t7 = new Supplier SPECIAL java.lang.Object#<init>()[]",
            "t9 = new Runnable STATIC java.lang.Thread#yield()[]");
  }

  @Test
  void incrementsReadAndWrite() {
    MethodBody body = Sources.m("int f; int m(int[] a) { a[f++] += 2; return f--; }");
    assertThat(Sources.ops(body))
        .containsExactly(
            "t2 = this.f",
            "t3 = +[t2, 1]",
            "this.f = t3",
            "t4 = a.[][t2]",
            "t5 = +[t4, 2]",
            "a.[][t2] = t5",
            "t6 = this.f",
            "t7 = -[t6, 1]",
            "this.f = t7",
            "return t6");
  }

  @Test
  void patternVariablesAreBoundWhereTheTestHolds() {
    MethodBody body =
        Sources.m("int m(Object o) { if (!(o instanceof String s)) return 0; return s.length(); }");
    assertThat(Sources.paths(body))
        .anySatisfy(
            p -> assertThat(p).contains("s = cast[o]", "t4 = VIRTUAL java.lang.String#length()[s]"))
        .anySatisfy(p -> assertThat(p).doesNotContain("s = cast[o]"));
  }

  @Test
  void codeThatDoesNotCompileIsLoweredAsFarAsItGoes() {
    SourceDoor.Result result =
        Sources.read(
            "import missing.lib.Thing;",
            "class T { Thing t; int f;",
            "  void m() { t.go(1); Thing.stop(); f = 1; nowhere.run(); }",
            "  void n() { String s = 1; f = 2; } }");
    assertThat(result.errors()).isPositive();
    assertThat(result.unresolved()).contains("missing.lib.Thing");
    assertThat(result.notices()).isEmpty();
    assertThat(Sources.ops(Sources.body(Sources.type(result, "T"), "m")))
        .anyMatch(s -> s.contains("VIRTUAL missing.lib.Thing#go(int)[t1, 1]"))
        .anyMatch(s -> s.contains("STATIC missing.lib.Thing#stop()[]"))
        .contains("this.f = 1");
    assertThat(Sources.ops(Sources.body(Sources.type(result, "T"), "n"))).contains("this.f = 2");
  }

  @Test
  void missingTypesHaveTheNamesThatImportsGiveThem() {
    SourceDoor.Result result =
        Sources.read(
            "import missing.view.View;",
            "import missing.lib.*;",
            "import java.util.*;",
            "class T extends Base implements View.OnClick { missing.far.Outer.Inner i; List<?> l;"
                + " }");
    ClassInfo type = Sources.type(result, "T");
    assertThat(type.superName()).contains("missing.lib.Base");
    assertThat(type.interfaces()).containsExactly("missing.view.View$OnClick");
    assertThat(type.field("i"))
        .get()
        .extracting(f -> f.ref().type())
        .isEqualTo("missing.far.Outer$Inner");
    assertThat(result.unresolved())
        .contains("missing.lib.Base", "missing.view.View.OnClick", "missing.far.Outer.Inner");
  }

  @Test
  void missingAnnotationsHaveTheNamesThatImportsGiveThem() {
    SourceDoor.Result result =
        Sources.read(
            "import missing.web.Handler;",
            "import javax.tools.*;",
            "@Handler(\"x\") class T { @Missing int f; @missing.far.Late void m() {} }");
    ClassInfo type = Sources.type(result, "T");
    assertThat(type.annotations())
        .singleElement()
        .hasToString("Annotation[type=missing.web.Handler, values={value=x}]");
    assertThat(type.field("f").orElseThrow().annotations())
        .extracting(Annotation::type)
        .containsExactly("javax.tools.Missing");
    assertThat(result.unresolved())
        .containsExactly("javax.tools.Missing", "missing.far.Late", "missing.web.Handler");
  }

  @Test
  void whatOverridesAMissingMethodIsWhatModelsSayOfIt() {
    SourceDoor.Result result =
        Sources.read(
            "import android.app.Activity;",
            "class T extends Activity {",
            "  @Override protected void onPause() {}",
            "  @Override public String toString() { return \"\"; }",
            "  public void load() {} }");
    FactBook book = FactBook.of(new Hierarchy(result.program()), List.of());
    assertThat(Sources.type(result, "T").methods())
        .filteredOn(m -> book.says(Fact.RunsOn.class, m.ref()))
        .extracting(m -> m.ref().name())
        .containsExactly("onPause");
  }

  @Test
  void librariesAnswerWithDeclarations() {
    SourceDoor.Result result = Sources.read("class T { java.util.Map.Entry<?, ?> e; }");
    ClassInfo entry = result.program().find("java.util.Map$Entry").orElseThrow();
    assertThat(entry.isInterface()).isTrue();
    assertThat(entry.methods()).allMatch(m -> m.body().isEmpty());
    assertThat(result.program().find("java.util.concurrent.ConcurrentHashMap"))
        .get()
        .extracting(ClassInfo::interfaces)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .contains("java.util.concurrent.ConcurrentMap");
    MethodInfo put =
        result.program().find("java.util.Map").orElseThrow().methods().stream()
            .filter(m -> m.ref().name().equals("put"))
            .findFirst()
            .orElseThrow();
    assertThat(put.params()).allMatch(MethodInfo.Param::generic);
    assertThat(result.program().find("no.such.Type")).isEmpty();
  }

  @Test
  void annotationsKeepTheirValues() {
    ClassInfo type =
        Sources.members(
            "@interface A { String value(); Class<?>[] types() default {}; }",
            "@A(value = \"x\" + 1, types = Map.Entry.class) @SuppressWarnings({\"p\", \"q\"}) int"
                + " f;");
    assertThat(type.field("f").orElseThrow().annotations())
        .hasToString(
            "[Annotation[type=T$A, values={types=[java.util.Map$Entry.class], value=x1}], "
                + "Annotation[type=java.lang.SuppressWarnings, values={value=[p, q]}]]");
  }
}
