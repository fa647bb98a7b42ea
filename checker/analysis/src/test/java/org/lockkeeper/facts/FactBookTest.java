package org.lockkeeper.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lockkeeper.facts.ReflectedWorld.ref;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;

class FactBookTest {

  interface Source<T> {
    T take(T hint);

    default void close() {}
  }

  static class Texts implements Source<String> {
    private int size;

    Texts() {}

    @Override
    public String take(String hint) {
      return hint + size;
    }

    private static void helper() {}
  }

  static class Longer extends Texts {
    @Override
    public String take(String hint) {
      return hint;
    }
  }

  private static final String SOURCE = Source.class.getName();
  private static final String TEXTS = Texts.class.getName();
  private static final String LONGER = Longer.class.getName();
  private static final String PACKAGE = "org.lockkeeper.facts";

  private final ReflectedWorld world = new ReflectedWorld();

  private FactBook shipped() {
    return FactBook.of(new Hierarchy(world), List.of());
  }

  private FactBook book(String shippedText, String... users) {
    return new LayeredFactBook(
        new Hierarchy(world),
        Arrays.stream(users).map(u -> FactFile.parse("user", u)).toList(),
        new Models(List.of(FactFile.parse("shipped", shippedText))));
  }

  private static List<Fact.Blocks> blocks(FactBook book, Class<?> owner) {
    return book.all(Fact.Blocks.class, ref(owner, "take", String.class));
  }

  // ---- what the shipped models give ----

  @Test
  void aLockInheritsWhatLockSays() {
    assertThat(shipped().facts(ref(ReentrantLock.class, "lock")))
        .extracting(Fact::toString)
        .containsExactlyInAnyOrder("acquires this", "blocks as lock", "yields on virtual-thread");
    assertThat(
            shipped()
                .all(
                    Fact.Blocks.class,
                    ref(ReentrantLock.class, "tryLock", long.class, TimeUnit.class)))
        .hasToString("[blocks as lock for 0 unit 1]");
    assertThat(shipped().ofType(Fact.Is.class, ReentrantLock.class.getName()))
        .hasToString("[is lock, is thread-safe]");
  }

  @Test
  void aMapsMethodsAreFoundThroughItsInterfaces() {
    FactBook book = shipped();
    assertThat(book.all(Fact.Checks.class, ref(ConcurrentHashMap.class, "get", Object.class)))
        .hasToString("[checks this[0] present if not null]");
    assertThat(
            book.says(
                Fact.Atomic.class,
                ref(ConcurrentMap.class, "computeIfAbsent", Object.class, Function.class)))
        .isTrue();
    assertThat(book.ofType(Fact.Is.class, ConcurrentMap.class.getName()))
        .hasToString("[is concurrent]");
    assertThat(book.ofType(Fact.Fuses.class, ConcurrentHashMap.class.getName()))
        .contains(new Fact.Fuses("containsKey", "put", "putIfAbsent"));
  }

  @Test
  void aQueueOfSeveralInterfacesHasTheFactsOfAll() {
    FactBook book = shipped();
    assertThat(book.facts(ref(LinkedBlockingDeque.class, "takeFirst")))
        .extracting(Fact::toString)
        .contains("blocks as queue", "acts this", "removes this");
    assertThat(book.says(Fact.Uses.class, ref(LinkedBlockingDeque.class, "removeFirst"))).isTrue();
    assertThat(book.says(Fact.Blocks.class, ref(LinkedBlockingDeque.class, "pollFirst"))).isFalse();
  }

  @Test
  void streamsInMemoryDoNotBlock() {
    FactBook book = shipped();
    assertThat(book.says(Fact.Blocks.class, ref(InputStream.class, "read", byte[].class))).isTrue();
    assertThat(book.says(Fact.Blocks.class, ref(FileInputStream.class, "read"))).isTrue();
    assertThat(book.says(Fact.Blocks.class, ref(ByteArrayInputStream.class, "read"))).isFalse();
    assertThat(book.says(Fact.Blocks.class, ref(ByteArrayInputStream.class, "read", byte[].class)))
        .as("declared in InputStream only")
        .isFalse();
    assertThat(book.denies(Fact.Blocks.class, ref(ByteArrayInputStream.class, "read"))).isTrue();
    assertThat(book.says(Fact.Blocks.class, ref(ByteArrayInputStream.class, "wait"))).isTrue();
  }

  @Test
  void functionTypesRunNowAndTasksLater() {
    FactBook book = shipped();
    assertThat(book.ofType(Fact.RunByDefault.class, Function.class.getName()))
        .containsExactly(new Fact.RunByDefault(false, ""));
    assertThat(book.ofType(Fact.RunByDefault.class, "java.util.function.IntUnaryOperator"))
        .containsExactly(new Fact.RunByDefault(false, ""));
    assertThat(book.ofType(Fact.RunByDefault.class, Runnable.class.getName()))
        .containsExactly(new Fact.RunByDefault(true, ""));
    assertThat(book.ofType(Fact.Is.class, Stack.class.getName()))
        .hasToString("[is synchronized, is legacy]");
  }

  // ---- hierarchy ----

  @Test
  void anOverrideWithNarrowerParametersInherits() {
    FactBook book = book(SOURCE + "#take(Object)  blocks as net");
    assertThat(blocks(book, Texts.class)).hasToString("[blocks as net]");
    assertThat(blocks(book, Longer.class)).hasToString("[blocks as net]");
  }

  @Test
  void theNearestDeclarationWinsWhateverItsSource() {
    FactBook book =
        book(TEXTS + "#take(String)  not blocks", SOURCE + "#take(Object)  blocks as net");
    assertThat(blocks(book, Longer.class)).isEmpty();
    assertThat(book.denies(Fact.Blocks.class, ref(Longer.class, "take", String.class))).isTrue();
    assertThat(book.says(Fact.Blocks.class, ref(Source.class, "take", Object.class))).isTrue();
  }

  @Test
  void eachKindIsLookedUpByItself() {
    FactBook book = book(SOURCE + "#take  blocks, acts this\n" + TEXTS + "#take  blocks as file");
    assertThat(book.facts(ref(Longer.class, "take", String.class)))
        .extracting(Fact::toString)
        .containsExactlyInAnyOrder("blocks as file", "acts this");
  }

  @Test
  void staticsAndConstructorsInheritNothing() {
    FactBook book = book(SOURCE + "#helper  blocks\njava.lang.Object#<init>()  blocks");
    assertThat(book.says(Fact.Blocks.class, ref(Texts.class, "helper"))).isFalse();
    assertThat(book.says(Fact.Blocks.class, ref(Texts.class, "<init>"))).isFalse();
  }

  // ---- sources ----

  @Test
  void annotationThenUserThenShipped() {
    String key = TEXTS + "#take(String)  blocks as ";
    assertThat(blocks(book(key + "a"), Texts.class)).hasToString("[blocks as a]");
    assertThat(blocks(book(key + "a", key + "b"), Texts.class)).hasToString("[blocks as b]");
    assertThat(blocks(book(key + "a", key + "b", key + "c"), Texts.class))
        .hasToString("[blocks as c]");
    world.annotate(TEXTS + "#take", "org.jetbrains.annotations.NonBlocking", Map.of());
    assertThat(blocks(book(key + "a", key + "b"), Texts.class)).isEmpty();
  }

  @Test
  void theExactSignatureBeatsAllOverloadsAndThoseAllMethods() {
    String three = "%1$s#take(String)  blocks as a%n%1$s#take(*)  blocks as b%n%1$s#*  blocks as c";
    assertThat(blocks(book(three.formatted(TEXTS)), Texts.class)).hasToString("[blocks as a]");
    String two = "%1$s#take  blocks as b%n%1$s#*  blocks as c";
    assertThat(blocks(book(two.formatted(TEXTS)), Texts.class)).hasToString("[blocks as b]");
    assertThat(blocks(book(TEXTS + "#*  blocks as c"), Longer.class)).hasToString("[blocks as c]");
  }

  @Test
  void aClassSpreadsHowItRunsToItsMethodsOnly() {
    world.annotate(TEXTS, "org.lockkeeper.annotations.Cooperative", Map.of("value", "loop"));
    FactBook book = book(TEXTS + "  blocks as type, is concurrent");
    assertThat(book.all(Fact.Cooperative.class, ref(Texts.class, "take", String.class)))
        .containsExactly(new Fact.Cooperative("loop"));
    assertThat(book.says(Fact.Cooperative.class, ref(Longer.class, "take", String.class)))
        .as("an override of a cooperative method")
        .isTrue();
    assertThat(blocks(book, Texts.class)).hasToString("[blocks as type]");
    assertThat(book.says(Fact.Cooperative.class, ref(Texts.class, "<init>"))).isFalse();
    assertThat(book.says(Fact.Cooperative.class, ref(Texts.class, "close")))
        .as("declared in a supertype")
        .isFalse();
  }

  @Test
  void aMethodBeatsItsClassAndThatItsPackage() {
    world.annotate(PACKAGE + ".package-info", "a.Blocking", Map.of());
    assertThat(blocks(book(""), Texts.class)).hasToString("[blocks]");
    world.annotate(TEXTS, "a.NonBlocking", Map.of());
    assertThat(blocks(book(""), Texts.class)).isEmpty();
    assertThat(blocks(book(TEXTS + "#take(String)  blocks as file"), Texts.class))
        .hasToString("[blocks as file]");
  }

  @Test
  void modelsGiveMeaningToAnnotations() {
    world.annotate(TEXTS, "a.b.Singleton", Map.of());
    world.annotate(TEXTS + "#take", "a.b.OnLoop", Map.of());
    FactBook book = book("@a.b.Singleton  is component\n@OnLoop  runs on event-loop");
    assertThat(book.ofType(Fact.Is.class, LONGER)).hasToString("[is component]");
    assertThat(book.all(Fact.RunsOn.class, ref(Longer.class, "take", String.class)))
        .containsExactly(new Fact.RunsOn("event-loop"));
  }

  // ---- types, fields, parameters ----

  @Test
  void aTypeThenItsPackageThenItsSupertypes() {
    assertThat(book(PACKAGE + ".*  is immutable").ofType(Fact.Is.class, LONGER))
        .hasToString("[is immutable]");
    assertThat(
            book(PACKAGE + ".*  is immutable\n" + LONGER + "  is concurrent")
                .ofType(Fact.Is.class, LONGER))
        .hasToString("[is concurrent]");
    assertThat(book(SOURCE + "  is concurrent").ofType(Fact.Is.class, LONGER))
        .hasToString("[is concurrent]");
    assertThat(book("no.Such  is lock").ofType(Fact.Is.class, "no.Such")).hasToString("[is lock]");
  }

  @Test
  void fields() {
    FieldRef size = new FieldRef(TEXTS, "size", "int");
    assertThat(book(TEXTS + "#size  guarded by this").ofField(Fact.GuardedBy.class, size))
        .hasToString("[guarded by this]");
    world.annotate(TEXTS + "#size", "a.GuardedBy", Map.of("value", List.of("a", "b")));
    assertThat(book(TEXTS + "#size  guarded by this").ofField(Fact.GuardedBy.class, size))
        .hasToString("[guarded by a | b]");
  }

  @Test
  void parametersOfOverriddenMethodsCount() {
    world.annotate(SOURCE + "#take:0", "a.Cooperative", Map.of());
    FactBook book = book("");
    assertThat(book.ofParam(Fact.Cooperative.class, ref(Longer.class, "take", String.class), 0))
        .hasSize(1);
    assertThat(book.ofParam(Fact.Cooperative.class, ref(Longer.class, "take", String.class), 1))
        .isEmpty();
  }

  @Test
  void whatCannotBeResolvedIsFoundByItsExactKey() {
    FactBook book = book("no.Such#m(int)  blocks\nno.Such#*  yields");
    assertThat(book.facts(new org.lockkeeper.ir.MethodRef("no.Such", "m", List.of("int"), "void")))
        .hasToString("[blocks, yields]");
  }
}
