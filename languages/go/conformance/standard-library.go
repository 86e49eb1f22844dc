package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

type point struct {
	X int `json:"x"`
	Y int `json:"y"`
}

func main() {
	text, _ := json.Marshal([]point{{1, 2}, {3, 4}})
	fmt.Println(string(text))
	fmt.Printf("%x\n", sha256.Sum256([]byte("go")))
	fmt.Println(new(big.Int).Exp(big.NewInt(2), big.NewInt(100), nil))
	fmt.Println(regexp.MustCompile(`\d+`).FindAllString("1 two 34", -1))

	words := strings.Fields("pear apple fig")
	slices.Sort(words)
	fmt.Println(words, slices.Max(words))

	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		panic(err)
	}
	fmt.Println(time.Date(2024, time.July, 1, 10, 0, 0, 0, time.UTC).In(berlin).Format(time.RFC3339))

	path := filepath.Join(os.TempDir(), "note.txt")
	os.WriteFile(path, []byte("kept"), 0o600)
	note, _ := os.ReadFile(path)
	fmt.Println(string(note))
}
