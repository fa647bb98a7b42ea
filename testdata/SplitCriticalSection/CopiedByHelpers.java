package cases.splitcriticalsection;

import java.util.ArrayList;
import java.util.List;

/** A copy that one helper makes, and another helper that clears what is there by then. */
public class CopiedByHelpers {

  static class Journal {
    private final List<String> lines = new ArrayList<>();

    synchronized void add(String line) {
      lines.add(line);
    }

    synchronized List<String> getLines() {
      return new ArrayList<>(lines);
    }

    synchronized void clear() {
      lines.clear();
    }

    synchronized List<String> take() {
      List<String> all = new ArrayList<>(lines);
      lines.clear();
      return all;
    }

    synchronized void print() {
      for (String line : lines) {
        System.out.println(line);
      }
    }
  }

  private final Journal journal = new Journal();
  private final Journal other = new Journal();

  void add(String line) {
    journal.add(line);
    other.add(line);
  }

  void archive(List<String> to) {
    to.addAll(journal.getLines());
    journal.clear(); // want SplitCriticalSection "lines"
  }

  void archiveByLocal(List<String> to) {
    List<String> lines = journal.getLines();
    for (String line : lines) {
      to.add(line);
    }
    journal.clear(); // want SplitCriticalSection "lines"
  }

  void archiveRight(List<String> to) {
    to.addAll(journal.take());
  }

  void archiveLocked(List<String> to) {
    synchronized (journal) {
      to.addAll(journal.getLines());
      journal.clear();
    }
  }

  /** Another journal. */
  void archiveOther(List<String> to) {
    to.addAll(journal.getLines());
    other.clear();
  }

  /** What is shown is not kept. */
  void printAndClear() {
    journal.print();
    journal.clear();
  }

  void clearFirst(List<String> to) {
    journal.clear();
    to.addAll(journal.getLines());
  }
}
