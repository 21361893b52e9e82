using System.Runtime.CompilerServices;

namespace NetGen.Execution.Tests.Emission;

/// <summary>
/// Compares text with the file NAME.verified.cs beside the test. Where they differ the text is left as NAME.received.cs: to
/// accept it, it takes the other's place. Names and places are those of Verify.
/// </summary>
internal static class Snapshot
{
    public static void Match(string text, string name, [CallerFilePath] string test = "")
    {
        string folder = Path.Combine(
            RepositoryFolder.Location, "tests", "NetGen.Execution.Tests", Path.GetFileName(Path.GetDirectoryName(test))!);
#if USE_VERIFY
        VerifyXunit.Verifier.Verify(text, "cs").UseDirectory(folder).UseFileName(name).ToTask().GetAwaiter().GetResult();
#else
        string verified = Path.Combine(folder, name + ".verified.cs");
        string received = Path.Combine(folder, name + ".received.cs");
        string actual = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        string expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        string[] actualLines = actual.Split('\n');
        string[] expectedLines = expected.Split('\n');
        int line = actualLines.Zip(expectedLines).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail($"""
            {Path.GetFileName(verified)} and {Path.GetFileName(received)} differ from line {line + 1} on:
              verified: {expectedLines.ElementAtOrDefault(line)}
              received: {actualLines.ElementAtOrDefault(line)}
            To accept: mv {Path.GetFileName(received)} {Path.GetFileName(verified)} in {folder}
            """);
#endif
    }
}
