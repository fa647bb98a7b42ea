package cases.loopwithoutyield;

import java.util.Iterator;
import java.util.function.DoubleUnaryOperator;
import org.lockkeeper.annotations.Cooperative;

/** Computations that go on until the result is good enough, if it ever is. */
@Cooperative
public class GoodEnough {

  double root(double x) {
    double r = x;
    while (Math.abs(r * r - x) > 1e-9) { // want LoopWithoutYield "loop"
      r = (r + x / r) / 2;
    }
    return r;
  }

  double fixedPoint(DoubleUnaryOperator f, double x) {
    double change = 1;
    while (change > 1e-9) { // want LoopWithoutYield "loop"
      double next = f.applyAsDouble(x);
      change = Math.abs(next - x);
      x = next;
    }
    return x;
  }

  double limited(DoubleUnaryOperator f, double x) {
    for (int i = 0; i < 50 && Math.abs(f.applyAsDouble(x)) > 1e-9; i++) {
      x = f.applyAsDouble(x);
    }
    return x;
  }

  double politely(DoubleUnaryOperator f, double x) {
    while (Math.abs(f.applyAsDouble(x)) > 1e-9) {
      x = f.applyAsDouble(x);
      Thread.yield();
    }
    return x;
  }

  double bisect(DoubleUnaryOperator f, double lo, double hi) {
    while (hi - lo > 1e-12) {
      double middle = (lo + hi) / 2;
      if (f.applyAsDouble(middle) > 0) {
        hi = middle;
      } else {
        lo = middle;
      }
    }
    return lo;
  }

  double integral(DoubleUnaryOperator f, double from, double to, double step) {
    double sum = 0;
    for (double x = from; x < to; x += step) {
      sum += f.applyAsDouble(x) * step;
    }
    return sum;
  }

  double upTo(Iterator<Double> numbers, double limit) {
    double sum = 0;
    while (sum < limit && numbers.hasNext()) {
      sum += numbers.next();
    }
    return sum;
  }
}
