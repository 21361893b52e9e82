using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Reading;

/// <summary>What elements refer to.</summary>
internal interface IReferences
{
    /// <summary>A block in use; gives its key.</summary>
    string Block(INamedTypeSymbol block, int site);

    /// <summary>A data set or a network whose samples or output come in; gives its key.</summary>
    string Source(INamedTypeSymbol source, string text, int site);

    /// <summary>An attribute that C# does not know. Whether it counts as a layer that ends the path.</summary>
    bool Unknown(string name, int site);

    /// <summary>An argument by a name that the element does not have.</summary>
    void UnknownOption(string kind, UnknownOption option, int site);

    /// <summary>A layer with arguments that C# has an error for, and that are read as what is meant.</summary>
    void Foreign(AttributeSyntax attribute, ForeignArguments arguments, int site);

    /// <summary>A part that C# has an error for.</summary>
    void Incomplete();
}
