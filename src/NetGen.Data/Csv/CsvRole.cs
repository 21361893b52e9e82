namespace NetGen.Data;

/// <summary>What a column of a CSV file is to a network.</summary>
public enum CsvRole
{
    /// <summary>A number among the features.</summary>
    Number = 0,

    /// <summary>A category: a feature for each, 1 for the row's own and 0 for the others.</summary>
    OneHot = 1,

    /// <summary>A category as a token, for an <see cref="EmbeddingAttribute"/>.</summary>
    Token = 2,

    /// <summary>The class of the row.</summary>
    Label = 3,

    /// <summary>A number to be predicted.</summary>
    Target = 4,

    /// <summary>The group of the row: splits and windows keep groups apart.</summary>
    Group = 5,
}
