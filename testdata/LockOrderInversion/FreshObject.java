package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.List;

/** A lock that nobody else can hold yet makes nobody wait. */
public class FreshObject {

  static class Journal {
    private final List<Record> records = new ArrayList<>();

    /** The new record is locked while the journal is; no other thread has it. */
    synchronized Record open(String title) {
      Record record = new Record(this);
      record.rename(title);
      synchronized (record) {
        record.pages = 1;
      }
      records.add(record);
      return record;
    }

    synchronized void touch() {
      records.clear();
    }
  }

  static class Record {
    private final Journal journal;
    private String title = "";
    private int pages;

    Record(Journal journal) {
      this.journal = journal;
    }

    synchronized void rename(String to) {
      title = to;
    }

    synchronized int close() {
      journal.touch();
      return pages + title.length();
    }
  }

  /** A local copy, locked by its own methods only because they all are. */
  static class Basket {
    private final List<String> items = new ArrayList<>();

    synchronized void add(String item) {
      items.add(item);
    }

    synchronized Basket copy() {
      Basket copy = new Basket();
      for (String item : items) {
        copy.add(item);
      }
      return copy;
    }
  }

  /** A lock made in the method itself. */
  static class Local {
    private final Object shared = new Object();
    private int count;

    void count() {
      Object mine = new Object();
      synchronized (mine) {
        synchronized (shared) {
          count++;
        }
      }
      synchronized (shared) {
        synchronized (mine) {
          count++;
        }
      }
    }
  }
}
