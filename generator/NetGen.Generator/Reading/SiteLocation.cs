using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Reading;

/// <summary>A place in source as strings and numbers, which may be kept between runs of the generator.</summary>
internal sealed record SiteLocation(
    string Path, int Start, int Length, int StartLine, int StartCharacter, int EndLine, int EndCharacter)
{
    public static SiteLocation Of(Location location)
    {
        FileLinePositionSpan lines = location.GetLineSpan();
        return new SiteLocation(
            lines.Path, location.SourceSpan.Start, location.SourceSpan.Length, lines.StartLinePosition.Line,
            lines.StartLinePosition.Character, lines.EndLinePosition.Line, lines.EndLinePosition.Character);
    }

    public Location ToLocation() => Location.Create(
        Path,
        new TextSpan(Start, Length),
        new LinePositionSpan(new LinePosition(StartLine, StartCharacter), new LinePosition(EndLine, EndCharacter)));

    /// <summary>The place in the compilation's file, so that a pragma there is seen; without the file a place by its numbers.</summary>
    public Location ToLocation(Compilation compilation)
    {
        SyntaxTree? file = compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == Path);
        return file is not null && Start + Length <= file.Length ? Location.Create(file, new TextSpan(Start, Length)) : ToLocation();
    }
}
