using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Apm;

/// <summary>Finds out why SQLite refused a command, without a reference to its provider.</summary>
internal static class SqliteError
{
    private const string Provider = "Microsoft.Data.Sqlite";
    private const string TypeName = Provider + ".SqliteException";

    // SQLITE_BUSY and SQLITE_LOCKED. Their extended codes for a snapshot or a shared cache have the same primary code.
    private const int Busy = 5;
    private const int Locked = 6;

    /// <summary>Whether another transaction blocked the commands, so that they may succeed if they are run again.</summary>
    public static bool IsBusy(Exception? problem) =>
        problem is DbException && problem.GetType().FullName == TypeName
            ? Code(problem) is Busy or Locked
            : problem is not null && IsBusy(problem.InnerException);

    // The exception has neither a SqlState nor IsTransient.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_SqliteErrorCode")]
    private static extern int Code([UnsafeAccessorType(TypeName + ", " + Provider)] object problem);
}
