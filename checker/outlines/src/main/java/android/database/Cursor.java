package android.database;

import java.io.Closeable;

/** Outline of Android's {@code Cursor}. */
public interface Cursor extends Closeable {
  int getCount();

  boolean moveToFirst();

  boolean moveToNext();

  String getString(int n);

  int getInt(int n);

  long getLong(int n);

  void close();
}
