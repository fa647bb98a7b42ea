package org.lockkeeper.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.ClassInfo;

class WrittenTest {

  @Test
  void annotationsOfMissingTypesKeepTheirNameAndValues() {
    ClassInfo type =
        Sources.type(
            Sources.read(
                "import missing.GuardedBy;",
                "@missing.ThreadSafe class T {",
                "  @GuardedBy({\"a\", \"b\"}) int f;",
                "  @GuardedBy(\"lock\") @Deprecated void m(@missing.Borrowed(days = 3) int x) {}",
                "}"),
            "T");

    assertThat(type.annotations())
        .extracting(Annotation::type)
        .containsExactly("missing.ThreadSafe");
    assertThat(type.field("f").orElseThrow().annotations())
        .extracting(a -> a.values().get("value"))
        .containsExactly(List.of("a", "b"));
    assertThat(
            type.methods().stream()
                .filter(m -> m.ref().name().equals("m"))
                .findFirst()
                .orElseThrow()
                .annotations())
        .extracting(Annotation::simpleName)
        .containsExactlyInAnyOrder("Deprecated", "GuardedBy");
    assertThat(
            type.methods().stream()
                .filter(m -> m.ref().name().equals("m"))
                .findFirst()
                .orElseThrow()
                .params()
                .get(0)
                .annotations())
        .extracting(a -> a.values().get("days"))
        .containsExactly(3);
  }
}
