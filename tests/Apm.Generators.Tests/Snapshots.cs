using System.Runtime.CompilerServices;
using Snapshooter;
using Snapshooter.Core;
using Snapshooter.Core.Serialization;

namespace Apm.Generators.Tests;

/// <summary>Texts held against the files in <c>__snapshots__</c>. In CI a missing file is a failure, elsewhere it is written.</summary>
internal static class Snapshots
{
    public static void Match(string text, string name, [CallerFilePath] string testFile = "")
    {
        var folder = Path.GetDirectoryName(testFile)!;
        var serializer = new SnapshotSerializer(new GlobalSnapshotSettingsResolver());
        var files = new SnapshotFileHandler();
        var assert = new SnapshotAssert(
            serializer,
            files,
            new SnapshotEnvironmentCleaner(files),
            new JsonSnapshotComparer(new XunitAssert(), serializer),
            new JsonSnapshotFormatter(serializer));
        var snapshot = new Snapshooter.Snapshooter(assert, new SnapshotFullNameResolver(new Reader(name, folder)));
        snapshot.AssertSnapshot(text, new SnapshotFullName(name + ".snap", folder));
    }

    private sealed class XunitAssert : IAssert
    {
        public void Assert(string expectedSnapshot, string actualSnapshot) =>
            Xunit.Assert.Equal(expectedSnapshot, actualSnapshot, ignoreLineEndingDifferences: true);
    }

    private sealed class Reader(string name, string folder) : ISnapshotFullNameReader
    {
        public SnapshotFullName ReadSnapshotFullName() => new(name, folder);
    }
}
