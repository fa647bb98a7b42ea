package cases.loopwithoutyield;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lockkeeper.annotations.Cooperative;

/** A pipeline that opens another one for each element is a loop inside a loop. */
public class FlatPipelines {

  static class Order {
    final List<String> items = new ArrayList<>();

    List<String> items() {
      return items;
    }
  }

  private final List<Order> orders = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private final Map<String, List<String>> groups = new HashMap<>();

  void add(String name, Order order) {
    names.add(name);
    places.add(name);
    orders.add(order);
    groups.computeIfAbsent(name, n -> new ArrayList<>()).add(name);
  }

  @Cooperative
  List<String> pairs() {
    return names.stream()
        .flatMap(name -> places.stream().map(place -> name + place))
        .collect(Collectors.toList()); // want LoopWithoutYield "quadratic"
  }

  @Cooperative
  long matches() {
    return names.stream()
        .flatMap(name -> places.stream().filter(place -> place.startsWith(name)))
        .count(); // want LoopWithoutYield "quadratic"
  }

  @Cooperative
  long matchesOf(List<String> others) {
    return names.stream()
        .flatMap(name -> others.stream())
        .count(); // want LoopWithoutYield "quadratic"
  }

  /** All parts together are as long as the whole. */
  @Cooperative
  long items() {
    return orders.stream().flatMap(order -> order.items.stream()).count()
        + orders.stream().flatMap(order -> order.items().stream()).count()
        + names.stream().flatMap(name -> groups.get(name).stream()).count();
  }

  /** A few each time. */
  @Cooperative
  long few() {
    return names.stream().flatMap(name -> Stream.of(name, name + "s")).count()
        + names.stream().flatMap(name -> places.stream().limit(3)).count();
  }

  /** One after the other. */
  @Cooperative
  long both() {
    return Stream.concat(names.stream(), places.stream()).count();
  }

  long elsewhere() {
    return names.stream().flatMap(name -> places.stream()).count();
  }
}
