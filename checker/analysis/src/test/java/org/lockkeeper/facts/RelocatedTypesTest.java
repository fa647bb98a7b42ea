package org.lockkeeper.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Copies of libraries that a build has moved below another package. */
class RelocatedTypesTest {
  private static final String LINES =
      """
      com.acme.store.Store            is concurrent
      com.acme.store.Store#load(int)  blocks as net
      """;

  private final Models models = new Models(List.of(FactFile.parse("acme.facts", LINES)));

  @Test
  void areWhatTheyAreCopiesOf() {
    String copy = "org.big.shaded.com.acme.store.Store";
    assertThat(models.knows(copy)).isTrue();
    assertThat(models.type(copy)).isEqualTo(models.type("com.acme.store.Store")).isNotEmpty();
    assertThat(models.member(copy, "load(int)")).isNotEmpty();
  }

  @Test
  void aSimpleNameAloneIsNoCopy() {
    assertThat(models.knows("org.other.store.Store")).isFalse();
    assertThat(models.knows("Store")).isFalse();
    assertThat(models.knows("org.big.com.acme.store.Store2")).isFalse();
  }
}
