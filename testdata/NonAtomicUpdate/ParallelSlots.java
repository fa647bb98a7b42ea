package cases.nonatomicupdate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Each number of a parallel range has its own element of an array; what data say has not. */
public class ParallelSlots {
  void own(double[][] matrix, double[] sums, int[] squares) {
    IntStream.range(0, squares.length).parallel().forEach(i -> squares[i] += i * i);
    IntStream.rangeClosed(0, 9).parallel().filter(i -> i % 2 == 0).forEach(i -> squares[i]++);
    IntStream.range(0, matrix.length)
        .parallel()
        .forEach(
            row -> {
              for (int i = 0; i < matrix[row].length; i++) {
                sums[row] += matrix[row][i];
              }
            });
  }

  int[] common(int[] data, List<Integer> list) {
    int[] bins = new int[10];
    Arrays.stream(data).parallel().forEach(v -> bins[v]++); // want NonAtomicUpdate "is not atomic"
    list.parallelStream().forEach(v -> bins[v]++); // want NonAtomicUpdate "is not atomic"
    IntStream.range(0, 100).parallel().forEach(i -> bins[i % 10]++); // want NonAtomicUpdate "is not atomic"
    IntStream.range(0, 100)
        .parallel()
        .map(i -> i / 10)
        .forEach(i -> bins[i]++); // want NonAtomicUpdate "is not atomic"
    IntStream.range(0, 100).parallel().forEach(i -> bins[0] += i); // want NonAtomicUpdate "is not atomic"
    return bins;
  }
}
