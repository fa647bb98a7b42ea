package cases.blockingincooperative;

import java.util.List;

/** Nothing but a parallel stream shows that there are threads. */
public class ParallelOnly {
  void all(List<String> names) {
    names.parallelStream().forEach(n -> open(n)); // want BlockingInCooperative "open"
    names.stream().parallel().map(n -> n + open(n)).forEach(n -> {}); // want BlockingInCooperative "open"
    names.stream().forEach(n -> open(n));
  }

  int total(List<Integer> numbers) {
    int[] sum = new int[1];
    numbers.parallelStream().forEach(n -> sum[0] += n); // want NonAtomicUpdate "not atomic"
    return sum[0];
  }

  int totalInTurn(List<Integer> numbers) {
    int[] sum = new int[1];
    numbers.stream().forEach(n -> sum[0] += n);
    return sum[0];
  }

  private static String open(String name) {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return name;
  }
}
