package cases.loopwithoutyield;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Spliterator;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.lockkeeper.annotations.Cooperative;

/** Loops in the shape of streams. */
@Cooperative
public class StreamDrains {
  private final Queue<String> mails = new ConcurrentLinkedQueue<>();
  private int read;

  private void read(String mail) {
    read += mail.length();
  }

  /** As long as others add. */
  void drain() {
    Stream.generate(mails::poll).takeWhile(Objects::nonNull).forEach(m -> read(m)); // want LoopWithoutYield "forEach"
  }

  void drainByLambda() {
    Stream.generate(() -> mails.poll())
        .takeWhile(m -> m != null)
        .forEach(m -> read(m)); // want LoopWithoutYield "forEach"
  }

  /** A batch. */
  void few() {
    Stream.generate(mails::poll).limit(16).filter(Objects::nonNull).forEach(m -> read(m));
  }

  /** Nobody else fills it. */
  void own() {
    Deque<String> mine = new ArrayDeque<>(List.of("a", "b"));
    Stream.generate(mine::poll).takeWhile(Objects::nonNull).forEach(m -> read(m));
  }

  void powers() {
    Stream.iterate(1, x -> 2 * x).takeWhile(x -> x < 1000).forEach(x -> read += x);
  }

  /** Once through the others for each. */
  void both(List<String> some, List<String> others) {
    some.stream()
        .filter(s -> others.stream().anyMatch(o -> o.equals(s)))
        .forEach(s -> read(s)); // want LoopWithoutYield "quadratic"
  }

  /** Once through the parts of each. */
  void parts(List<List<String>> groups) {
    groups.stream().map(g -> g.stream().mapToInt(String::length).sum()).forEach(n -> read += n);
  }

  /** What each has inside is used up. */
  void used(List<Spliterator<String>> all) {
    all.forEach(
        each -> {
          while (each.tryAdvance(s -> read(s))) {
            read++;
          }
        });
  }
}
