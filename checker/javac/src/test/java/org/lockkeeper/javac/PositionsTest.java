package org.lockkeeper.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;

class PositionsTest {

  /** {@code OP@line:column} of calls and writes. */
  private static List<String> places(String... lines) {
    return Sources.m(lines).blocks().stream()
        .flatMap(b -> b.ops().stream())
        .filter(op -> op instanceof Op.Call || op instanceof Op.Write)
        .map(
            op ->
                (op instanceof Op.Call call ? call.method().name() : "=")
                    + "@"
                    + (op.site().line() - 1)
                    + ":"
                    + op.site().column())
        .toList();
  }

  @Test
  void chainedCallsStandAtTheirDots() {
    assertThat(
            places(
                "String m(StringBuilder b) {",
                "  return b.append(\"(.\") // .append(",
                "      .append(')').append((1 + 2))",
                "      .toString();",
                "}"))
        .containsExactly("append@2:11", "append@3:7", "append@3:19", "toString@4:7");
  }

  @Test
  void callsWhoseNameIsOnTheNextLineStandThere() {
    assertThat(places("int m(Object o) {", "  return o.", "    toString().", "    length();", "}"))
        .containsExactly("toString@3:13", "length@4:11");
  }

  @Test
  void assignmentsStandAtTheirOperator() {
    assertThat(places("int f; void m(T t) {", "  t.f /* = */ = 1; this.f +=", " 2; f", " ++; }"))
        .containsExactly("=@2:15", "=@2:27", "=@4:2");
  }

  @Test
  void declarationsStandAtTheirNames() {
    ClassInfo type =
        Sources.members(
            "@SuppressWarnings(\"f\") final Map<String, f> f = null; class f {}",
            "@Deprecated public <A> void go() {}",
            "@SuppressWarnings(\"T(\") public T() {}");
    assertThat(type.field("f").orElseThrow().site().column()).isEqualTo(45);
    MethodInfo go =
        type.methods().stream().filter(m -> m.ref().name().equals("go")).findFirst().orElseThrow();
    assertThat(go.site()).hasToString("T.java:3:29");
    MethodInfo constructor =
        type.methods().stream().filter(m -> m.ref().isConstructor()).findFirst().orElseThrow();
    assertThat(constructor.site()).hasToString("T.java:4:32");
  }

  @Test
  void offsetsPointIntoTheText() {
    String text = "class T { /* \u00e9 */ void m(Object o) { o.hashCode(); } }";
    Op.Call call =
        (Op.Call)
            Sources.body(Sources.type(Sources.read(text), "T"), "m").blocks().get(0).ops().get(0);
    assertThat(text.substring(call.site().offset())).startsWith(".hashCode()");
  }
}
