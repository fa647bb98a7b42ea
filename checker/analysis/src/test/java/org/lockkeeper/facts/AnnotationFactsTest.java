package org.lockkeeper.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockkeeper.ir.Annotation;

class AnnotationFactsTest {

  private static List<Fact> facts(String type, Map<String, Object> values) {
    return AnnotationFacts.of(new Annotation(type, values), "here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.lockkeeper.annotations.GuardedBy",
        "com.google.errorprone.annotations.concurrent.GuardedBy",
        "javax.annotation.concurrent.GuardedBy",
        "net.jcip.annotations.GuardedBy",
        "androidx.annotation.GuardedBy",
        "org.checkerframework.checker.lock.qual.GuardedBy"
      })
  void guardedByOfEveryFlavour(String type) {
    assertThat(facts(type, Map.of("value", "lock"))).hasToString("[guarded by lock]");
    assertThat(facts(type, Map.of("value", List.of("a", "b")))).hasToString("[guarded by a | b]");
    assertThat(facts(type, Map.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "org.lockkeeper.annotations.Holding;[holds a, holds b]",
        "org.checkerframework.checker.lock.qual.Holding;[holds a, holds b]",
        "Excludes;[excludes a, excludes b]",
        "Acquires;[takes a, takes b]",
        "com.google.errorprone.annotations.concurrent.LockMethod;[takes a, takes b]",
        "org.checkerframework.checker.lock.qual.EnsuresLockHeld;[takes a, takes b]",
        "Releases;[gives a, gives b]",
        "com.google.errorprone.annotations.concurrent.UnlockMethod;[gives a, gives b]",
        "LockOrder;[locks order a < b]",
        "AcquiredAfter;[locks order a < here, locks order b < here]",
        "AcquiredBefore;[locks order here < a, locks order here < b]",
        "Unknown;[]"
      })
  void severalGuards(String type, String expected) {
    assertThat(facts(type, Map.of("value", List.of("a", "b")))).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "org.lockkeeper.annotations.Cooperative;[cooperative]",
        "org.lockkeeper.annotations.YieldPoint;[yields]",
        "org.jetbrains.annotations.Blocking;[blocks]",
        "org.jetbrains.annotations.NonBlocking;[not blocks]"
      })
  void withoutElements(String type, String expected) {
    assertThat(facts(type, Map.of())).hasToString(expected);
  }

  @Test
  void named() {
    assertThat(facts("Cooperative", Map.of("value", "loop"))).hasToString("[cooperative on loop]");
    assertThat(facts("ConfinedTo", Map.of("value", "ui"))).hasToString("[confined to ui]");
  }

  @Test
  void aLockMayDependOnTheResult() {
    String type = "org.checkerframework.checker.lock.qual.EnsuresLockHeldIf";
    assertThat(facts(type, Map.of("expression", "a", "result", true)))
        .hasToString("[takes a if true]");
    assertThat(facts(type, Map.of("expression", "a", "result", false)))
        .hasToString("[takes a if false]");
  }
}
