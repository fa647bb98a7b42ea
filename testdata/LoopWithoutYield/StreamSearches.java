package cases.loopwithoutyield;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lockkeeper.annotations.Cooperative;

/** Every element of a stream is searched for in a list. */
@Cooperative
public class StreamSearches {
  private static final List<String> KINDS = List.of("get", "put");

  record Page(String name, List<String> tags) {}

  boolean overlap(List<String> names, List<String> others) {
    return names.stream().anyMatch(others::contains); // want LoopWithoutYield "loop"
  }

  List<String> missing(List<String> names, List<String> known) {
    return names.stream()
        .filter(name -> !known.contains(name))
        .collect(Collectors.toList()); // want LoopWithoutYield "loop"
  }

  void forget(List<String> names, List<String> known) {
    names.forEach(known::remove); // want LoopWithoutYield "loop"
  }

  boolean overlapOfSet(List<String> names, Set<String> others) {
    return names.stream().anyMatch(others::contains);
  }

  boolean known(List<String> names) {
    List<String> few = List.of("a", "b");
    return names.stream().allMatch(KINDS::contains)
        || names.stream().anyMatch(name -> few.contains(name));
  }

  List<Page> tagged(List<Page> pages, String tag) {
    return pages.stream().filter(page -> page.tags().contains(tag)).toList();
  }

  /** Goes from the head to each place. */
  int lengths(LinkedList<String> names) {
    int all = 0;
    for (int i = 0; i < names.size(); i++) { // want LoopWithoutYield "loop"
      all += names.get(i).length();
    }
    return all;
  }

  int lengths(ArrayList<String> names) {
    int all = 0;
    for (int i = 0; i < names.size(); i++) {
      all += names.get(i).length();
    }
    return all;
  }
}
