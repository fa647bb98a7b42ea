package android.database.sqlite;

import android.content.ContentValues;
import android.database.Cursor;
import java.io.Closeable;

/** Outline of Android's {@code SQLiteDatabase}. */
public final class SQLiteDatabase implements Closeable {
  private SQLiteDatabase() {}

  public native void beginTransaction();

  public native void endTransaction();

  public native void setTransactionSuccessful();

  public native Cursor query(
      boolean flag,
      String text,
      String[] text2,
      String text3,
      String[] text4,
      String text5,
      String text6,
      String text7,
      String text8);

  public native Cursor query(
      String text,
      String[] text2,
      String text3,
      String[] text4,
      String text5,
      String text6,
      String text7);

  public native Cursor query(
      String text,
      String[] text2,
      String text3,
      String[] text4,
      String text5,
      String text6,
      String text7,
      String text8);

  public native Cursor rawQuery(String text, String[] text2);

  public native long insert(String text, String text2, ContentValues contentValues);

  public native int delete(String text, String text2, String[] text3);

  public native int update(String text, ContentValues contentValues, String text2, String[] text3);

  public native void execSQL(String text);

  public native void execSQL(String text, Object[] object);

  public native void close();
}
